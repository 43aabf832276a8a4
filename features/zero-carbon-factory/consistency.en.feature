# language: en
Feature: Plausible and consistent data
  An implausible claim year earns no star; an implausible norm earns no points. A contradiction is a nonconformity,
  and doubtful data are an observation for the assessor. The text as reported limits neither the claim year nor
  the norm explicitly; all limits here are our own interpretation.

  Background:
    Given the scorecard zero-carbon-factory

  Rule: The claim year
    Background:
      Given the quantity claim year completed (1 = yes) (year_over), on basis claim-year
        | is                                                 | when                                          |
        | undetermined, because the claim year has not ended | the as-of date is until the end of claim year |
        | 1                                                  | otherwise                                     |
      And these gates
        | id | gate                                                        | requires                                                                                                                                           | basis                  |
        | G9 | Claim year completed, no longer than a year and not too old | claim year completed (1 = yes) is 1; the start of claim year is after the end of claim year minus 1 year; the end of claim year is from 2021-06-01 | definition, claim-year |
      And these findings
        | code       | finding                               | when                                                                            | severity    | basis                |
        | STAR.SHORT | The claim year is shorter than a year | the end of claim year is before the start of claim year plus 1 year minus 1 day | observation | findings, claim-year |

    Scenario Outline: A completed year, calendar or not, is accepted
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

    Scenario: Ten years of emissions are not a claim year and earn no star
      Given claim year is 2015-01-01 to 2024-12-31
      When evaluated as of 2025-06-30
      Then the conclusion is gate failed
      And the grade is none

    Scenario Outline: Until its last day has passed, the claim year leaves the gate undetermined
      When evaluated as of <asked>
      Then gate G9 is <outcome>
      And the conclusion is <conclusion>

      Examples:
        | asked      | outcome      | conclusion |
        | 2024-10-01 | undetermined | incomplete |
        | 2024-12-31 | undetermined | incomplete |
        | 2025-06-30 | met          | graded     |

    Scenario: The gate requires a completed claim year
      Given supposing claim year completed (1 = yes) is 0
      When evaluated as of 2025-06-30
      Then gate G9 is not met

    Scenario: Without a claim year the gate is undetermined
      Given claim year is missing
      When evaluated as of 2025-06-30
      Then gate G9 is undetermined because of claim year

    Scenario Outline: A claim year shorter than a year is an observation
      Given claim year is <first> to <last>
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | first      | last       | expected                            |
        | 2024-01-01 | 2024-12-30 | an observation STAR.SHORT is raised |
        | 2024-01-01 | 2024-12-31 | no finding STAR.SHORT is raised     |
        | 2024-03-01 | 2025-02-28 | no finding STAR.SHORT is raised     |

  Rule: The norm of the leading product

    Scenario Outline: The limit value must exceed the advanced value, and energy use must be above zero
      Given limit value of the energy norm is <limit>
      And advanced value of the energy norm is <advanced>
      And energy use per unit of product is <energy use per unit of product>
      When evaluated as of 2025-06-30
      Then indicator C3 scores <points>

      Examples:
        | limit | advanced | energy use per unit of product | points |
        | 1     | 0.8      | 0.92                           | 2.4    |
        | 1     | 0.9999   | 0.92                           | 6      |
        | 1     | 0.8      | 1                              | 0      |
        | 1     | 1        | 0.92                           | 0      |
        | 0.8   | 1        | 0.92                           | 0      |
        | 0.8   | 1        | 1.2                            | 0      |
        | 1     | 0        | 0.92                           | 0      |
        | 1     | 0.8      | 0                              | 0      |

    Scenario: An invalid norm costs points but no star
      Given limit value of the energy norm is 0.8
      And advanced value of the energy norm is 1
      When evaluated as of 2025-06-30
      Then the conclusion is graded
      And the grade is 3

    Scenario: Missing energy use also costs no star
      Given energy use per unit of product is missing
      When evaluated as of 2025-06-30
      Then indicator C3 scores between 0 and 6
      And the grade is 3
      And the conclusion is graded

    Scenario: Without a norm its values are not required
      Given product energy norm is no norm
      And energy use per unit of product is not applicable
      And limit value of the energy norm is not applicable
      And advanced value of the energy norm is not applicable
      When evaluated as of 2025-06-30
      Then no finding C3.NO_VALUES is raised

  Rule: Contradictory data must be corrected
    Background:
      Given the quantity credits retired before their vintage (credits_reversed), in tCO2e, the sum of amount over credit records, on basis findings
        | where                             |
        | retirement date is before vintage |
      And the quantity electricity with a certificate cancelled before generation (supplies_reversed), in MWh, the sum of electricity delivered over supply records, on basis findings
        | where                                       |
        | cancellation date is before generation date |
      And the quantity reduction not explained by the measures (unexplained_fall), in tCO2e, on basis cross-check
        | is                                                                                                                                                                                                                              | when                                 |
        | undetermined, because base-year emissions cannot be derived from a reduction of 100 %                                                                                                                                           | absolute emission reduction is 100 % |
        | max(inventory emission * absolute emission reduction / (100 % - absolute emission reduction) - claimed reduction, claimed reduction - inventory emission * absolute emission reduction / (100 % - absolute emission reduction)) | otherwise                            |
      And the quantity unexplained share of the inventory (unexplained_share), in %
        | is                                                           | when                          | basis       |
        | 0 %                                                          | inventory emission is 0 tCO2e | nothing     |
        | reduction not explained by the measures / inventory emission | otherwise                     | cross-check |
      And these findings
        | code            | finding                                                            | when                                                                          | severity | close within | basis              |
        | F2.REVERSED     | A credit was retired before its vintage                            | credits retired before their vintage is more than 0 tCO2e                     | major    |              | findings           |
        | C1.REVERSED     | A certificate was cancelled before its electricity was generated   | electricity with a certificate cancelled before generation is more than 0 MWh | major    |              | findings           |
        | E1.REMOVALS     | Removals inside the boundary exceed emissions                      | removal inside the boundary is more than inventory emission                   | minor    | 30 days      | findings, residual |
        | E3.CONTRADICTED | A reduction of 100 % is stated although emissions remain           | absolute emission reduction is 100 %; inventory emission is more than 0 tCO2e | minor    | 30 days      | findings           |
        | C3.NO_VALUES    | An energy norm exists, but its values are stated as not applicable | product energy norm is available; indicator C3 is not applicable              | minor    | 30 days      | findings, norm     |
        | C5.NO_SHARE     | Usable waste heat exists, but its use is stated as not applicable  | usable waste heat available is yes; indicator C5 is not applicable            | minor    | 30 days      | findings           |
        | C6.NO_SHARE     | Process water is used, but its reuse is stated as not applicable   | process water used is yes; indicator C6 is not applicable                     | minor    | 30 days      | findings           |
      And these findings
        | code          | finding                                                                                    | when                                                 | severity    | basis                 |
        | E5.UNBALANCED | Base-year emissions minus the claimed reduction differ from the inventory by more than 1 % | unexplained share of the inventory is more than 1 %  | observation | findings, cross-check |
        | E1.NO_SCOPE_3 | A Type II factory states no scope 3 emission                                               | factory type is Type II; scope 3 emission is 0 tCO2e | observation | findings, types       |

    Scenario Outline: A credit retired before its vintage is a finding
      Given credit records are
        | serial | registry | kind of credit | vintage    | amount    | retirement date | retired for this factory | issued | used for ETS compliance |
        | C-1    | Puro     | removal        | 2024-12-31 | 600 tCO2e | <retired>       | yes                      | yes    | no                      |
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | retired    | expected                                    |
        | 2024-12-30 | a major nonconformity F2.REVERSED is raised |
        | 2024-12-31 | no finding F2.REVERSED is raised            |

    Scenario Outline: A certificate cancelled before generation is a finding
      Given supply records are
        | supply number | origin            | electricity delivered | generation date | environmental attributes retained | certificate number | cancellation date |
        | S-1           | green power trade | 10000 MWh             | 2024-09-30      | yes                               | GEC-1              | <cancelled>       |
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | cancelled  | expected                                    |
        | 2024-09-29 | a major nonconformity C1.REVERSED is raised |
        | 2024-09-30 | no finding C1.REVERSED is raised            |

    Scenario Outline: Removals inside the boundary above all emissions are a finding
      Given removal inside the boundary is <removed> tCO2e
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | removed | expected                                    |
        | 6000.01 | a minor nonconformity E1.REMOVALS is raised |
        | 6000    | no finding E1.REMOVALS is raised            |

    Scenario Outline: A stated reduction of 100 % with remaining emissions is a finding
      Given absolute emission reduction is <fall> %
      And scope 1 emission is <scope 1> tCO2e
      And scope 2 emission is 0 tCO2e
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | fall  | scope 1 | expected                                        |
        | 100   | 0.01    | a minor nonconformity E3.CONTRADICTED is raised |
        | 99.99 | 0.01    | no finding E3.CONTRADICTED is raised            |
        | 100   | 0       | no finding E3.CONTRADICTED is raised            |

    Scenario: A norm without values is a finding
      Given limit value of the energy norm is not applicable
      When evaluated as of 2025-06-30
      Then a minor nonconformity C3.NO_VALUES is raised

    Scenario: Usable waste heat without a share of use is a finding
      Given share of waste heat used is not applicable
      When evaluated as of 2025-06-30
      Then a minor nonconformity C5.NO_SHARE is raised

    Scenario: Without usable waste heat no share is required
      Given usable waste heat available is no
      And share of waste heat used is not applicable
      When evaluated as of 2025-06-30
      Then no finding C5.NO_SHARE is raised

    Scenario: Process water without a reuse share is a finding
      Given water reuse share is not applicable
      When evaluated as of 2025-06-30
      Then a minor nonconformity C6.NO_SHARE is raised

    Scenario: Without process water no share is required
      Given process water used is no
      And water reuse share is not applicable
      When evaluated as of 2025-06-30
      Then no finding C6.NO_SHARE is raised

    Scenario Outline: Type II without scope 3 emissions is an observation
      Given factory type is <type>
      And scope 3 emission is <scope 3> tCO2e
      When evaluated as of 2025-06-30
      Then <expected>

      Examples:
        | type    | scope 3 | expected                               |
        | Type II | 0       | an observation E1.NO_SCOPE_3 is raised |
        | Type II | 0.01    | no finding E1.NO_SCOPE_3 is raised     |
        | Type I  | 0       | no finding E1.NO_SCOPE_3 is raised     |

    Scenario Outline: A difference above 1 % of the inventory is an observation
      Given absolute emission reduction is <fall> %
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

    Scenario: A reduction of 100 % does not determine the base year
      Given absolute emission reduction is 100 %
      When evaluated as of 2025-06-30
      Then the rules leave the quantity unexplained_fall undetermined

    Scenario: Without emissions the unexplained share is 0 %
      Given scope 1 emission is 0 tCO2e
      And scope 2 emission is 0 tCO2e
      When evaluated as of 2025-06-30
      Then the quantity unexplained_share is 0 %
      And no finding E5.UNBALANCED is raised

    Scenario: The example factory has no contradictions
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
