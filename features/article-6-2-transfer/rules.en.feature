# language: en
Feature: What may be transferred, and what is adjusted

  Background:
    Given the scorecard article-6-2-transfer

  Rule: Each outcome
    Background:
      Given for each outcome line the quantity older than 2021 (too_old), on basis since
        | is | when                                    |
        | 1  | year of the reduction is less than 2021 |
        | 0  | otherwise                               |
      And for each outcome line the quantity lacks a property (lacking), on basis outcome
        | is | when                                 |
        | 1  | real, verified and additional is no  |
        | 1  | in tonnes or an agreed measure is no |
        | 1  | the host has authorised it is no     |
        | 0  | otherwise                            |
      And for each outcome line the quantity authorised for something else (misused), on basis purposes
        | is | when                                            |
        | 1  | purpose of the authorisation is another purpose |
        | 0  | otherwise                                       |
      And for each outcome line the quantity transferred without adjustment (unadjusted), on basis adjusted, first, entered
        | is | when                                                                                              |
        | 1  | year of the first transfer is at most year that is told; a corresponding adjustment is made is no |
        | 0  | otherwise                                                                                         |
      And the quantity outcomes older than 2021 (too_old_all), the sum of older than 2021 over transferred outcomes, on basis since
      And the quantity outcomes that lack a property (lacking_all), the sum of lacks a property over transferred outcomes, on basis outcome
      And the quantity outcomes authorised for something else (misused_all), the sum of authorised for something else over transferred outcomes, on basis purposes
      And the quantity outcomes transferred without adjustment (unadjusted_all), the sum of transferred without adjustment over transferred outcomes, on basis adjusted
      And these gates
        | id     | gate                                | requires                                     | basis                    |
        | A62-01 | No outcome is older than 2021       | outcomes older than 2021 is 0                | since                    |
        | A62-02 | Every outcome has what it needs     | outcomes that lack a property is 0           | outcome                  |
        | A62-03 | Every purpose is one of the three   | outcomes authorised for something else is 0  | purposes                 |
        | A64-19 | Each first transfer is adjusted for | outcomes transferred without adjustment is 0 | adjusted, first, entered |
      And for each outcome line these results
        | result          | label                                         | is                             | rounded to | basis    |
        | line_old        | Older than 2021 (1) or not (0)                | older than 2021                | 0 decimals | since    |
        | line_lacking    | Lacks a property (1) or not (0)               | lacks a property               | 0 decimals | outcome  |
        | line_misused    | Authorised for something else (1) or not (0)  | authorised for something else  | 0 decimals | purposes |
        | line_unadjusted | Transferred without adjustment (1) or not (0) | transferred without adjustment | 0 decimals | adjusted |

    Scenario Outline: each by itself
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
        | T1     | 20000 tCO2e           | <vintage>             | <genuine>                     | <measured>                     | <authorised>               | <purpose>                    | <transferred>              | <adjusted>                         |
      When evaluated as of 2027-01-01
      Then gate A62-01 is <old>
      And gate A62-02 is <properties>
      And gate A62-03 is <purposes>
      And gate A64-19 is <adjustment>

      Examples:
        | vintage | genuine | measured | authorised | purpose                         | transferred | adjusted | old     | properties | purposes | adjustment |
        | 2021    | yes     | yes      | yes        | national contribution           | 2025        | yes      | met     | met        | met      | met        |
        | 2020    | yes     | yes      | yes        | national contribution           | 2025        | yes      | not met | met        | met      | met        |
        | 2021    | no      | yes      | yes        | national contribution           | 2025        | yes      | met     | not met    | met      | met        |
        | 2021    | yes     | no       | yes        | national contribution           | 2025        | yes      | met     | not met    | met      | met        |
        | 2021    | yes     | yes      | no         | national contribution           | 2025        | yes      | met     | not met    | met      | met        |
        | 2021    | yes     | yes      | yes        | another purpose                 | 2025        | yes      | met     | met        | not met  | met        |
        | 2021    | yes     | yes      | yes        | national contribution and other | 2025        | yes      | met     | met        | met      | met        |
        | 2021    | yes     | yes      | yes        | other international purposes    | 2025        | yes      | met     | met        | met      | met        |
        | 2021    | yes     | yes      | yes        | national contribution           | 2025        | no       | met     | met        | met      | not met    |
        | 2021    | yes     | yes      | yes        | national contribution           | 2026        | no       | met     | met        | met      | met        |

  Rule: Emissions of the host after its adjustments
    Background:
      Given for each outcome line the quantity first transferred in the year (in_year), in tCO2e, on basis adjusted
        | is                    | when                                                                               |
        | amount of the outcome | the host has authorised it is yes; year of the first transfer is year that is told |
        | 0 tCO2e               | otherwise                                                                          |
      And the quantity outcomes first transferred in the year (in_year_all), in tCO2e, the sum of first transferred in the year over transferred outcomes, on basis adjusted
      And the quantity emissions after adjustments (balance), in tCO2e, on basis adjusted
        | is                                                                                             |
        | emissions of the host + outcomes first transferred in the year - outcomes the host uses itself |
      And these results
        | result     | label                                   | is                                     | rounded to | basis    |
        | balance_of | Emissions of the host after adjustments | emissions after adjustments            | 2 decimals | adjusted |
        | added      | First transferred in the year           | outcomes first transferred in the year | 2 decimals | adjusted |

    Scenario Outline: only of the year, and only if authorised
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                            | <authorised>               | national contribution        | <transferred>              | yes                                |
      When evaluated as of 2027-01-01
      Then the quantity balance is <balance> tCO2e

      Examples:
        | authorised | transferred | balance |
        | yes        | 2025        | 1015000 |
        | yes        | 2024        | 995000  |
        | yes        | 2026        | 995000  |
        | no         | 2025        | 995000  |
