# language: en
Feature: Allocation, credits and carry-over

  Background:
    Given the scorecard gx-allocation

  Rule: Who is covered, and with how much
    Background:
      Given the quantity mean of the years before (mean), in tCO2e, the average direct emissions over years before, or 0 tCO2e if there are none, on basis scope
      And the quantity years of the fall (steps), on basis own
        | is                                                     |
        | min(max(year(the start of fiscal year) - 2025, 0), 30) |
      And the quantity share that is left (left), in %, on basis fall
        | is                                          | when                      |
        | max(100 % - 1.7 % * years of the fall, 0 %) | way of the fall is points |
        | (100 % - 1.7 %) ^ years of the fall         | otherwise                 |
      And the quantity allocation, in tCO2e
        | is                                                                  | when                                               | basis     |
        | 0 tCO2e                                                             | mean of the years before is less than 100000 tCO2e | scope     |
        | round(mean of the years before * share that is left, 1 tCO2e, down) | otherwise                                          | fall, own |
      And these findings
        | code     | finding                                      | when                                               | severity    | basis |
        | GX.BELOW | Not covered: less than 100,000 t in the mean | mean of the years before is less than 100000 tCO2e | observation | scope |
      And these results
        | result    | label      | is         | rounded to | basis |
        | allocated | Allocation | allocation | 0 decimals | fall  |

    Scenario Outline: the allocation falls with each year
      Given fiscal year is <first> to <last>
      And the setting way of the fall is <way>
      When evaluated as of 2031-06-30
      Then the quantity allocation is <tonnes> tCO2e

      Examples:
        | first      | last       | way      | tonnes  |
        | 2025-04-01 | 2026-03-31 | compound | 1000000 |
        | 2026-04-01 | 2027-03-31 | compound | 983000  |
        | 2027-04-01 | 2028-03-31 | compound | 966289  |
        | 2030-04-01 | 2031-03-31 | compound | 917841  |
        | 2030-04-01 | 2031-03-31 | points   | 915000  |

    Scenario Outline: covered from a mean of 100,000 tonnes on
      Given years before are
        | year | direct emissions |
        | 2023 | 90000 tCO2e      |
        | 2024 | 100000 tCO2e     |
        | 2025 | <last> tCO2e     |
      When evaluated as of 2027-06-30
      Then the quantity allocation is <tonnes> tCO2e
      And <finding>

      Examples:
        | last   | tonnes | finding                           |
        | 109999 | 0      | an observation GX.BELOW is raised |
        | 110000 | 98300  | no finding GX.BELOW is raised     |

    Scenario: without years before nothing is allocated
      Given years before is none
      When evaluated as of 2027-06-30
      Then the quantity mean of the years before is 0 tCO2e
      And the quantity allocation is 0 tCO2e

  Rule: What covers the emissions
    Background:
      Given the quantity credits that qualify (fit), in tCO2e, the sum of amount over credits handed in, on basis credits
        | where                        |
        | kind is one of j_credit, jcm |
      And the quantity credits accepted (accepted), in tCO2e, on basis credits
        | is                                                             |
        | min(credits that qualify, 10 % * emissions of the fiscal year) |
      And the quantity carried in (carried_in), in tCO2e, on basis carry
        | is                         | when                      |
        | balance of the year before | carry-over reads is whole |
        | 0 tCO2e                    | otherwise                 |
      And the quantity in hand (holding), in tCO2e, on basis carry
        | is                                         |
        | allocation + carried in + bought less sold |
      And the quantity tonnes lacking (lacking), in tCO2e, on basis lack
        | is                                                                      |
        | max(emissions of the fiscal year - in hand - credits accepted, 0 tCO2e) |
      And the quantity carried out (carried_out), in tCO2e, on basis carry
        | is                                                                      | when                        |
        | 0 tCO2e                                                                 | carry-over reads is nothing |
        | max(in hand + credits accepted - emissions of the fiscal year, 0 tCO2e) | otherwise                   |
      And the quantity greatest price (most), in JPY/tCO2e, in force on the start of fiscal year, on basis price
        | from       | is           |
        | earlier    | undetermined |
        | 2026-04-01 | 4300         |
        | 2027-04-01 | undetermined |
      And the quantity charge, in JPY, on basis lack
        | is                                    |
        | 1.1 * tonnes lacking * greatest price |
      And these results
        | result    | label                      | is             | rounded to | basis |
        | shortfall | Tonnes lacking             | tonnes lacking | 0 decimals | lack  |
        | to_pay    | Charge                     | charge         | 0 decimals | lack  |
        | next_year | Carried into the next year | carried out    | 0 decimals | carry |

    Scenario Outline: a balance counts as the reading says, and what is left goes on
      Given the setting carry-over reads is <reading>
      And emissions of the fiscal year is <emitted> tCO2e
      When evaluated as of 2027-06-30
      Then the quantity in hand is <holding> tCO2e
      And the quantity tonnes lacking is <lacking> tCO2e
      And the quantity carried out is <out> tCO2e
      And the quantity charge is <charge> JPY

      Examples:
        | reading | emitted | holding | lacking | out  | charge   |
        | whole   | 1008000 | 1003000 | 0       | 0    | 0        |
        | whole   | 1008001 | 1003000 | 1       | 0    | 4730     |
        | whole   | 1000000 | 1003000 | 0       | 8000 | 0        |
        | nothing | 1000000 | 983000  | 12000   | 0    | 56760000 |
        | nothing | 980000  | 983000  | 0       | 0    | 0        |

    Scenario: allowances that were sold are lacking
      Given the setting carry-over reads is nothing
      And bought less sold is -3000 tCO2e
      When evaluated as of 2027-06-30
      Then the quantity tonnes lacking is 15000 tCO2e

    Scenario Outline: credits of both kinds, up to a tenth of the emissions
      Given credits handed in are
        | serial | kind   | amount         |
        | J-1    | <kind> | <amount> tCO2e |
      When evaluated as of 2027-06-30
      Then the quantity credits accepted is <accepted> tCO2e

      Examples:
        | kind     | amount | accepted |
        | j_credit | 100000 | 100000   |
        | jcm      | 100001 | 100000   |
        | other    | 100    | 0        |

    Scenario: of the price of fiscal 2027 nothing was found
      Given fiscal year is 2027-04-01 to 2028-03-31
      And the setting carry-over reads is nothing
      When evaluated as of 2028-06-30
      Then the rules leave the quantity greatest price undetermined
      And the quantity tonnes lacking is 28711 tCO2e

    Scenario: the last day of fiscal 2026 has its price
      Given fiscal year is 2027-03-31 to 2028-03-30
      And the setting carry-over reads is nothing
      When evaluated as of 2028-06-30
      Then the quantity greatest price is 4300 JPY/tCO2e

    Scenario: the day before fiscal 2026 has no price
      Given fiscal year is 2026-03-31 to 2027-03-30
      When evaluated as of 2028-06-30
      Then the rules leave the quantity greatest price undetermined

    Scenario: before fiscal 2026 there was no such price
      Given fiscal year is 2025-04-01 to 2026-03-31
      When evaluated as of 2028-06-30
      Then the rules leave the quantity greatest price undetermined
