# language: en
Feature: Figures that can be true together
  A claim year and a norm that cannot be what their names say give no star: what would follow from them is not known.
  What can only be doubted is found and left to the assessor. The text as reported bounds neither the claim year nor
  the norm in so many words; every bound here is our own reading.

  Background:
    Given the scorecard zero-carbon-factory

  Rule: The claim year
    Background:
      Given the quantity claim year is over (year_over), on basis claim-year
        | is                                               | when                                          |
        | undetermined, because the claim year is not over | the as-of date is until the end of claim year |
        | 1                                                | otherwise                                     |
      And these gates
        | id | gate                                                             | requires                                                                                                                               | basis                  |
        | G9 | A claim year that is over, no longer than a year and not too old | claim year is over is 1; the start of claim year is after the end of claim year minus 1 year; the end of claim year is from 2021-06-01 | definition, claim-year |
      And these findings
        | code       | finding                               | when                                                                            | severity    | basis                |
        | STAR.SHORT | The claim year is shorter than a year | the end of claim year is before the start of claim year plus 1 year minus 1 day | observation | findings, claim-year |

    Scenario Outline: one year, of the calendar or not, that is over
      Given claim year is <first> to <last>
      When evaluated as of 2025-06-30
      Then gate G9 is <outcome>

      Examples:
        | first      | last       | outcome      |
        | 2024-01-01 | 2024-12-31 | met          |
        | 2024-07-01 | 2025-06-29 | met          |
        | 2024-07-01 | 2025-06-30 | undetermined |
        | 2025-01-01 | 2025-12-31 | undetermined |
        | 2025-07-01 | 2026-06-30 | undetermined |
        | 2024-12-31 | 2025-12-31 | not met      |
        | 2023-12-31 | 2024-12-31 | not met      |
        | 2015-01-01 | 2024-12-31 | not met      |
        | 2023-03-01 | 2024-02-29 | met          |
        | 2023-02-28 | 2024-02-29 | not met      |
        | 2024-03-01 | 2025-02-28 | met          |
        | 2020-06-02 | 2021-06-01 | met          |
        | 2020-06-01 | 2021-05-31 | not met      |
        | 2010-01-01 | 2010-12-31 | not met      |

    Scenario: a decade of emissions is no claim year, and earns no star
      Given claim year is 2015-01-01 to 2024-12-31
      When evaluated as of 2025-06-30
      Then the conclusion is gate failed
      And the grade is none

    Scenario Outline: a claim year that is not over is open, on its last day still
      When evaluated as of <asked>
      Then gate G9 is <outcome>
      And the conclusion is <conclusion>

      Examples:
        | asked      | outcome      | conclusion |
        | 2024-10-01 | undetermined | incomplete |
        | 2024-12-31 | undetermined | incomplete |
        | 2025-06-30 | met          | graded     |

    Scenario: nothing but the end of the year is asked beside its length and age
      Given supposing claim year is over is 0
      When evaluated as of 2025-06-30
      Then gate G9 is not met

    Scenario: without a claim year the gate stays open
      Given claim year is missing
      When evaluated as of 2025-06-30
      Then gate G9 is undetermined because of claim year

    Scenario Outline: a part of a year is shown as such
      Given claim year is <first> to <last>
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | first      | last       | expected                            |
        | 2024-01-01 | 2024-12-30 | an observation STAR.SHORT is raised |
        | 2024-01-01 | 2024-12-31 | no finding STAR.SHORT is raised     |
        | 2024-03-01 | 2025-02-28 | no finding STAR.SHORT is raised     |

  Rule: The norm of the leading product

    Scenario Outline: the limit lies above the advanced value, and nothing is made of no energy
      Given limit value is <limit>
      And advanced value is <advanced>
      And unit energy is <unit energy>
      When evaluated as of 2025-06-30
      Then indicator C3 scores <points>

      Examples:
        | limit | advanced | unit energy | points |
        | 1     | 0.8      | 0.92        | 2.4    |
        | 1     | 0.9999   | 0.92        | 6      |
        | 1     | 0.8      | 1           | 0      |
        | 1     | 1        | 0.92        | 0      |
        | 0.8   | 1        | 0.92        | 0      |
        | 0.8   | 1        | 1.2         | 0      |
        | 1     | 0        | 0.92        | 0      |
        | 1     | 0.8      | 0           | 0      |

    Scenario: a norm that cannot be one costs points and no star
      Given limit value is 0.8
      And advanced value is 1
      When evaluated as of 2025-06-30
      Then the conclusion is graded
      And the grade is 3

    Scenario: nor does a figure of it that is missing
      Given unit energy is missing
      When evaluated as of 2025-06-30
      Then indicator C3 scores between 0 and 6
      And the grade is 3
      And the conclusion is graded

    Scenario: without a norm nothing is asked of its values
      Given product energy norm is no norm
      And unit energy is not applicable
      And limit value is not applicable
      And advanced value is not applicable
      When evaluated as of 2025-06-30
      Then no finding C3.NO_VALUES is raised

  Rule: What contradicts itself must be put right
    Background:
      Given the quantity credits retired before their vintage (credits_reversed), in tCO2e, the sum of amount over credit records, on basis findings
        | where                             |
        | retirement date is before vintage |
      And the quantity electricity certified before its generation (supplies_reversed), in MWh, the sum of electricity delivered over supply records, on basis findings
        | where                                       |
        | cancellation date is before generation date |
      And the quantity fall that the measures do not account for (unexplained_fall), in tCO2e, on basis cross-check
        | is                                                                                                                                                                      | when                   |
        | undetermined, because emissions that fell by all of the base year do not tell the base year                                                                             | absolute fall is 100 % |
        | max(inventory emission * absolute fall / (100 % - absolute fall) - claimed reduction, claimed reduction - inventory emission * absolute fall / (100 % - absolute fall)) | otherwise              |
      And the quantity part of the inventory not accounted for (unexplained_share), in %
        | is                                                             | when                          | basis       |
        | 0 %                                                            | inventory emission is 0 tCO2e | nothing     |
        | fall that the measures do not account for / inventory emission | otherwise                     | cross-check |
      And these findings
        | code            | finding                                                          | when                                                             | severity | close within | basis              |
        | F2.REVERSED     | A credit was retired before its vintage                          | credits retired before their vintage is more than 0 tCO2e        | major    |              | findings           |
        | C1.REVERSED     | A certificate was cancelled before its electricity was generated | electricity certified before its generation is more than 0 MWh   | major    |              | findings           |
        | E1.REMOVALS     | More is removed inside the boundary than is emitted              | removal inside the boundary is more than inventory emission      | minor    | 30 days      | findings, residual |
        | E3.CONTRADICTED | A fall of all emissions is stated, and emissions remain          | absolute fall is 100 %; inventory emission is more than 0 tCO2e  | minor    | 30 days      | findings           |
        | C3.NO_VALUES    | There is a norm, and its values are called not applicable        | product energy norm is available; indicator C3 is not applicable | minor    | 30 days      | findings, norm     |
        | C5.NO_SHARE     | There is usable waste heat, and its use is called not applicable | usable waste heat is yes; indicator C5 is not applicable         | minor    | 30 days      | findings           |
        | C6.NO_SHARE     | There is process water, and its reuse is called not applicable   | process water is yes; indicator C6 is not applicable             | minor    | 30 days      | findings           |
      And these findings
        | code          | finding                                                                                      | when                                                     | severity    | basis                 |
        | E5.UNBALANCED | Emissions of the base year less the claimed reduction are not what is left, by more than 1 % | part of the inventory not accounted for is more than 1 % | observation | findings, cross-check |
        | E1.NO_SCOPE_3 | A Type II factory states no scope 3 emission                                                 | factory type is Type II; scope 3 emission is 0 tCO2e     | observation | findings, types       |

    Scenario Outline: a credit retired before its vintage
      Given credit records are
        | serial | registry | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | C-1    | Puro     | removal        | 2024-12-31 | 600 tCO2e | <retired>       | yes                      | yes    | no                      |
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | retired    | expected                                    |
        | 2024-12-30 | a major nonconformity F2.REVERSED is raised |
        | 2024-12-31 | no finding F2.REVERSED is raised            |

    Scenario Outline: a certificate cancelled before its electricity was generated
      Given supply records are
        | supply number | origin            | electricity delivered | generation date | attributes kept | certificate number | cancellation date |
        | S-1           | green power trade | 10000 MWh             | 2024-09-30      | yes             | GEC-1              | <cancelled>       |
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | cancelled  | expected                                    |
        | 2024-09-29 | a major nonconformity C1.REVERSED is raised |
        | 2024-09-30 | no finding C1.REVERSED is raised            |

    Scenario Outline: removals inside the boundary above all emissions
      Given removal inside the boundary is <removed> tCO2e
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | removed | expected                                    |
        | 6000.01 | a minor nonconformity E1.REMOVALS is raised |
        | 6000    | no finding E1.REMOVALS is raised            |

    Scenario Outline: all emissions gone, and still there
      Given absolute fall is <fall> %
      And scope 1 emission is <scope 1> tCO2e
      And scope 2 emission is 0 tCO2e
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | fall  | scope 1 | expected                                        |
        | 100   | 0.01    | a minor nonconformity E3.CONTRADICTED is raised |
        | 99.99 | 0.01    | no finding E3.CONTRADICTED is raised            |
        | 100   | 0       | no finding E3.CONTRADICTED is raised            |

    Scenario: a norm without values
      Given limit value is not applicable
      When evaluated as of 2025-06-30
      Then a minor nonconformity C3.NO_VALUES is raised

    Scenario: usable waste heat without its use
      Given share of waste heat used is not applicable
      When evaluated as of 2025-06-30
      Then a minor nonconformity C5.NO_SHARE is raised

    Scenario: no usable waste heat
      Given usable waste heat is no
      And share of waste heat used is not applicable
      When evaluated as of 2025-06-30
      Then no finding C5.NO_SHARE is raised

    Scenario: process water without its reuse
      Given water reuse share is not applicable
      When evaluated as of 2025-06-30
      Then a minor nonconformity C6.NO_SHARE is raised

    Scenario: no process water
      Given process water is no
      And water reuse share is not applicable
      When evaluated as of 2025-06-30
      Then no finding C6.NO_SHARE is raised

    Scenario Outline: Type II without other indirect emissions
      Given factory type is <type>
      And scope 3 emission is <scope 3> tCO2e
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | type    | scope 3 | expected                               |
        | Type II | 0       | an observation E1.NO_SCOPE_3 is raised |
        | Type II | 0.01    | no finding E1.NO_SCOPE_3 is raised     |
        | Type I  | 0       | no finding E1.NO_SCOPE_3 is raised     |

    Scenario Outline: the base year less the reductions is what is left
      Given absolute fall is <fall> %
      And claimed reduction is <claimed> tCO2e
      When evaluated as of 2025-06-30
      Then the quantity unexplained_fall is <left over> tCO2e
      And <expected>

      Examples:
        | fall | claimed | left over | expected                               |
        | 20   | 1440    | 60        | no finding E5.UNBALANCED is raised     |
        | 20   | 1439.99 | 60.01     | an observation E5.UNBALANCED is raised |
        | 20   | 1560    | 60        | no finding E5.UNBALANCED is raised     |
        | 20   | 1560.01 | 60.01     | an observation E5.UNBALANCED is raised |
        | -20  | 0       | 1000      | an observation E5.UNBALANCED is raised |

    Scenario: a fall by everything does not tell the base year
      Given absolute fall is 100 %
      When evaluated as of 2025-06-30
      Then the rules leave the quantity unexplained_fall undetermined

    Scenario: nothing emitted leaves nothing to account for
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 0 tCO2e
      When evaluated as of 2025-06-30
      Then the quantity unexplained_share is 0 %
      And no finding E5.UNBALANCED is raised

    Scenario: the worked factory contradicts itself nowhere
      When evaluated as of 2025-06-30
      Then gate G9 is met
      And no finding F2.REVERSED is raised
      And no finding C1.REVERSED is raised
      And no finding E1.REMOVALS is raised
      And no finding E3.CONTRADICTED is raised
      And no finding C3.NO_VALUES is raised
      And no finding C5.NO_SHARE is raised
      And no finding C6.NO_SHARE is raised
      And no finding E1.NO_SCOPE_3 is raised
      And no finding STAR.SHORT is raised
