# language: en
Feature: Findings
  Findings tell the factory what to put right and the reviewer where to look. They move no points and no star. All of
  them, their severity and their days are our own reading.

  Background:
    Given the scorecard zero-carbon-factory

  Rule: What must be put right
    Background:
      Given these findings
        | code            | finding                                           | when                                                                                                | severity | close within | basis                            |
        | G2.ACCIDENT     | An accident within three years                    | accidents in three years is more than 0 times                                                       | major    |              | findings, zhejiang               |
        | G2.PENALTY      | A penalty or bad credit record within three years | penalties in three years is more than 0 times                                                       | major    |              | findings, zhejiang               |
        | A3.ELIMINATED   | A machine on the elimination list                 | eliminated machines is more than 0 items                                                            | major    |              | findings                         |
        | A4.METERS       | Energy crosses the boundary unmetered             | boundary metering rate is less than 100 %                                                           | minor    | 90 days      | findings                         |
        | E1.UNVERIFIED   | The inventory is not verified                     | inventory verified is no                                                                            | major    |              | findings                         |
        | G8.DOUBLE_CLAIM | A credit or certificate is claimed elsewhere too  | conflicting claims is more than 0 items                                                             | major    |              | findings                         |
        | C1.OVERCLAIM    | More renewable electricity is claimed than used   | renewable electricity counted is more than electricity used                                         | minor    | 30 days      | findings                         |
        | E3.RISING       | The residual rose against the year before         | claimed the year before is yes; residual emission is more than residual emission of the year before | minor    | 90 days      | findings, continuous-improvement |

    Scenario: accidents and penalties
      Given accidents in three years is 1 time
      When evaluated as of 2025-06-30
      Then a major nonconformity G2.ACCIDENT is raised
      And no finding G2.PENALTY is raised

    Scenario: a penalty alone
      Given penalties in three years is 2 times
      When evaluated as of 2025-06-30
      Then a major nonconformity G2.PENALTY is raised
      And no finding G2.ACCIDENT is raised

    Scenario: an eliminated machine
      Given eliminated machines is 1 item
      When evaluated as of 2025-06-30
      Then a major nonconformity A3.ELIMINATED is raised

    Scenario: a boundary meter is missing
      Given boundary metering rate is 99.99 %
      When evaluated as of 2025-06-30
      Then a minor nonconformity A4.METERS is raised

    Scenario: an inventory nobody verified
      Given inventory verified is no
      When evaluated as of 2025-06-30
      Then a major nonconformity E1.UNVERIFIED is raised

    Scenario: a claim made twice
      Given conflicting claims is 1 item
      When evaluated as of 2025-06-30
      Then a major nonconformity G8.DOUBLE_CLAIM is raised

    Scenario: less electricity used than claimed
      Given electricity used is 39999 MWh
      When evaluated as of 2025-06-30
      Then a minor nonconformity C1.OVERCLAIM is raised

    Scenario: exactly as much electricity used as claimed
      Given electricity used is 40000 MWh
      When evaluated as of 2025-06-30
      Then no finding C1.OVERCLAIM is raised

    Scenario: the residual rises
      Given residual emission of the year before is 5999.99 tCO2e
      When evaluated as of 2025-06-30
      Then a minor nonconformity E3.RISING is raised

    Scenario: the residual stays
      Given residual emission of the year before is 6000 tCO2e
      When evaluated as of 2025-06-30
      Then no finding E3.RISING is raised

    Scenario: a first claim year has nothing to compare
      Given claimed the year before is no
      And residual emission of the year before is 0 tCO2e
      When evaluated as of 2025-06-30
      Then no finding E3.RISING is raised

    Scenario: the worked factory has nothing to put right
      When evaluated as of 2025-06-30
      Then no finding G2.ACCIDENT is raised
      And no finding G2.PENALTY is raised
      And no finding A3.ELIMINATED is raised
      And no finding A4.METERS is raised
      And no finding E1.UNVERIFIED is raised
      And no finding G8.DOUBLE_CLAIM is raised
      And no finding C1.OVERCLAIM is raised
      And no finding E3.RISING is raised

  Rule: What the reviewer should know
    Background:
      Given the quantity retirements ahead (retirements_ahead), in items, the number of records over credit records, on basis findings
        | where                                   |
        | retirement date is after the as-of date |
      And these findings
        | code           | finding                                                 | when                                                       | severity    | basis    |
        | F2.NOT_COUNTED | Credits were presented that do not count                | credits counted is less than credits presented             | observation | findings |
        | F2.AHEAD       | A credit whose retirement lies ahead does not count yet | retirements ahead is more than 0 items                     | observation | findings |
        | F1.SURPLUS     | Credits are left over after the offset                  | credits counted is more than residual emission             | observation | findings |
        | STAR.HISTORIC  | The claim year ended more than 24 months ago            | the as-of date is after the end of claim year plus 2 years | observation | findings |

    Scenario Outline: an allowance among the credits
      Given credit records are
        | serial | registry   | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | C-1    | <registry> | removal        | 2024-05-31 | 600 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2025-06-30
      Then an observation F2.NOT_COUNTED is raised

      Examples:
        | registry      |
        | ETS allowance |

    Scenario: every credit counts
      When evaluated as of 2025-06-30
      Then no finding F2.NOT_COUNTED is raised
      And no finding F1.SURPLUS is raised
      And no finding STAR.HISTORIC is raised

    Scenario Outline: a retirement that lies ahead
      When evaluated as of <asked>
      Then <ahead>

      Examples:
        | asked      | ahead                             |
        | 2025-01-31 | an observation F2.AHEAD is raised |
        | 2025-02-01 | no finding F2.AHEAD is raised     |

    Scenario: more credits than residual
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 2999.99 tCO2e
      When evaluated as of 2025-06-30
      Then an observation F1.SURPLUS is raised

    Scenario: exactly as many credits as residual
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 3000 tCO2e
      When evaluated as of 2025-06-30
      Then no finding F1.SURPLUS is raised

    Scenario: two years after its end a claim year is still current
      When evaluated as of 2026-12-31
      Then no finding STAR.HISTORIC is raised

    Scenario: a day later it is historic
      When evaluated as of 2027-01-01
      Then an observation STAR.HISTORIC is raised
