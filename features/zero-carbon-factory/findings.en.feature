# language: en
Feature: Findings
  Findings show the factory what to correct and the reviewer what to check. They change neither points nor stars. All
  findings, severities and deadlines are our own interpretation.

  Background:
    Given the scorecard zero-carbon-factory

  Rule: Nonconformities to correct
    Background:
      Given these findings
        | code            | finding                                                        | when                                                                                                        | severity | close within | basis                            |
        | G2.ACCIDENT     | An accident within three years                                 | accidents in three years is more than 0 times                                                               | major    |              | findings, zhejiang               |
        | G2.PENALTY      | A penalty or bad credit record within three years              | penalties in three years is more than 0 times                                                               | major    |              | findings, zhejiang               |
        | A3.ELIMINATED   | A machine on the elimination lists is in use                   | machines on the elimination lists is more than 0 items                                                      | major    |              | findings                         |
        | A4.METERS       | Not all energy that crosses the boundary is metered            | metering rate of energy across the boundary is less than 100 %                                              | minor    | 90 days      | findings                         |
        | E1.UNVERIFIED   | The inventory is not verified                                  | inventory verified is no                                                                                    | major    |              | findings                         |
        | G8.DOUBLE_CLAIM | A credit or certificate is also claimed elsewhere              | double claims is more than 0 items                                                                          | major    |              | findings                         |
        | C1.OVERCLAIM    | More renewable electricity is claimed than electricity is used | renewable electricity counted is more than electricity used                                                 | minor    | 30 days      | findings                         |
        | E3.RISING       | Residual emissions rose compared with the previous year        | claimed for the previous year is yes; residual emission is more than residual emission of the previous year | minor    | 90 days      | findings, continuous-improvement |

    Scenario: An accident alone
      Given accidents in three years is 1 time
      When evaluated as of 2025-06-30
      Then a major nonconformity G2.ACCIDENT is raised
      And no finding G2.PENALTY is raised

    Scenario: A penalty alone
      Given penalties in three years is 2 times
      When evaluated as of 2025-06-30
      Then a major nonconformity G2.PENALTY is raised
      And no finding G2.ACCIDENT is raised

    Scenario: A machine on the elimination lists
      Given machines on the elimination lists is 1 item
      When evaluated as of 2025-06-30
      Then a major nonconformity A3.ELIMINATED is raised

    Scenario: Incomplete metering at the boundary
      Given metering rate of energy across the boundary is 99.99 %
      When evaluated as of 2025-06-30
      Then a minor nonconformity A4.METERS is raised

    Scenario: An unverified inventory
      Given inventory verified is no
      When evaluated as of 2025-06-30
      Then a major nonconformity E1.UNVERIFIED is raised

    Scenario: A double claim
      Given double claims is 1 item
      When evaluated as of 2025-06-30
      Then a major nonconformity G8.DOUBLE_CLAIM is raised

    Scenario: More renewable electricity claimed than electricity used
      Given electricity used is 39999 MWh
      When evaluated as of 2025-06-30
      Then a minor nonconformity C1.OVERCLAIM is raised

    Scenario: Electricity use equal to the renewable electricity claimed
      Given electricity used is 40000 MWh
      When evaluated as of 2025-06-30
      Then no finding C1.OVERCLAIM is raised

    Scenario: Residual emissions rise
      Given residual emission of the previous year is 5999.99 tCO2e
      When evaluated as of 2025-06-30
      Then a minor nonconformity E3.RISING is raised

    Scenario: Residual emissions stay the same
      Given residual emission of the previous year is 6000 tCO2e
      When evaluated as of 2025-06-30
      Then no finding E3.RISING is raised

    Scenario: A first claim year has no previous value to compare
      Given claimed for the previous year is no
      And residual emission of the previous year is 0 tCO2e
      When evaluated as of 2025-06-30
      Then no finding E3.RISING is raised

    Scenario: The example factory has no nonconformities
      When evaluated as of 2025-06-30
      Then no finding G2.ACCIDENT is raised
      And no finding G2.PENALTY is raised
      And no finding A3.ELIMINATED is raised
      And no finding A4.METERS is raised
      And no finding E1.UNVERIFIED is raised
      And no finding G8.DOUBLE_CLAIM is raised
      And no finding C1.OVERCLAIM is raised
      And no finding E3.RISING is raised

  Rule: Observations for the reviewer
    Background:
      Given the quantity future retirements (retirements_ahead), in items, the number of records over credit records, on basis findings
        | where                                   |
        | retirement date is after the as-of date |
      And these findings
        | code           | finding                                                                 | when                                                       | severity    | basis    |
        | F2.NOT_COUNTED | Not all presented credits are counted                                   | credits counted is less than credits presented             | observation | findings |
        | F2.AHEAD       | A credit with a retirement date after the as-of date is not counted yet | future retirements is more than 0 items                    | observation | findings |
        | F1.SURPLUS     | Credits remain after the offset                                         | credits counted is more than residual emission             | observation | findings |
        | STAR.HISTORIC  | The claim year ended more than 24 months ago                            | the as-of date is after the end of claim year plus 2 years | observation | findings |

    Scenario Outline: An allowance among the credits is an observation
      Given credit records are
        | serial | registry   | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | C-1    | <registry> | removal        | 2024-05-31 | 600 tCO2e | 2025-02-01      | yes                      | yes    | no                      |
      When evaluated as of 2025-06-30
      Then an observation F2.NOT_COUNTED is raised

      Examples:
        | registry      |
        | ETS allowance |

    Scenario: All credits are counted
      When evaluated as of 2025-06-30
      Then no finding F2.NOT_COUNTED is raised
      And no finding F1.SURPLUS is raised
      And no finding STAR.HISTORIC is raised

    Scenario Outline: A retirement after the as-of date
      When evaluated as of <asked>
      Then <ahead>

      Examples:
        | asked      | ahead                             |
        | 2025-01-31 | an observation F2.AHEAD is raised |
        | 2025-02-01 | no finding F2.AHEAD is raised     |

    Scenario: Credits exceed the residual emissions
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 2999.99 tCO2e
      When evaluated as of 2025-06-30
      Then an observation F1.SURPLUS is raised

    Scenario: Credits equal the residual emissions
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 3000 tCO2e
      When evaluated as of 2025-06-30
      Then no finding F1.SURPLUS is raised

    Scenario: Two years after its end the claim year is still current
      When evaluated as of 2026-12-31
      Then no finding STAR.HISTORIC is raised

    Scenario: One day later the star is historic
      When evaluated as of 2027-01-01
      Then an observation STAR.HISTORIC is raised
