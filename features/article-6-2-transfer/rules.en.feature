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
      And the quantity year of the answer (answer_year), on basis ahead
        | is                   |
        | year(the as-of date) |
      And for each outcome line the quantity not reduced yet (not_made), on basis ahead
        | is | when                                                          |
        | 1  | year of the reduction is more than year of the answer         |
        | 1  | year of the reduction is more than year of the first transfer |
        | 0  | otherwise                                                     |
      And the quantity outcomes not reduced yet (not_made_all), the sum of not reduced yet over transferred outcomes, on basis ahead
      And the quantity outcomes older than 2021 (too_old_all), the sum of older than 2021 over transferred outcomes, on basis since
      And the quantity outcomes that lack a property (lacking_all), the sum of lacks a property over transferred outcomes, on basis outcome
      And the quantity outcomes authorised for something else (misused_all), the sum of authorised for something else over transferred outcomes, on basis purposes
      And the quantity outcomes transferred without adjustment (unadjusted_all), the sum of transferred without adjustment over transferred outcomes, on basis adjusted
      And these gates
        | id     | gate                                      | requires                                        | basis                    |
        | A62-01 | No outcome is older than 2021             | outcomes older than 2021 is 0                   | since                    |
        | A62-02 | Every outcome has what it needs           | outcomes that lack a property is 0              | outcome                  |
        | A62-03 | Every purpose is one of the three         | outcomes authorised for something else is 0     | purposes                 |
        | A62-04 | Every reduction comes before its transfer | outcomes not reduced yet is 0                   | ahead                    |
        | A62-05 | The year that is told has come            | year that is told is at most year of the answer | ahead                    |
        | A64-19 | Each first transfer is adjusted for       | outcomes transferred without adjustment is 0    | adjusted, first, entered |
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

    Scenario Outline: nothing is transferred before it is reduced
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed measure | the host has authorised it | purpose of the authorisation | year of the first transfer | a corresponding adjustment is made |
        | T1     | 20000 tCO2e           | <vintage>             | yes                           | yes                            | yes                        | national contribution        | <transferred>              | yes                                |
      When evaluated as of 2027-01-01
      Then gate A62-04 is <outcome>

      Examples:
        | vintage | transferred | outcome |
        | 2025    | 2025        | met     |
        | 2026    | 2025        | not met |
        | 2027    | 2028        | met     |
        | 2028    | 2028        | not met |

    Scenario Outline: a year that has not come is not told
      Given year is <year>
      When evaluated as of 2027-01-01
      Then gate A62-05 is <outcome>

      Examples:
        | year | outcome |
        | 2027 | met     |
        | 2028 | not met |

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

  Rule: Agreement of Singapore and Mongolia
    Background:
      Given the quantity proceeds due for adaptation (adaptation_due), in SGD, on basis mongolia, shares
        | is                                    |
        | value of the authorised credits * 5 % |
      And the quantity credits due for cancellation (cancellation_due), in tCO2e, on basis mongolia, shares
        | is                                           |
        | credits authorised under the agreement * 2 % |
      And these gates
        | id       | gate                                     | requires                                                                                | applies when                                           | basis            |
        | A62-SG-5 | 5 % of the value goes to adaptation      | proceeds for adaptation in Mongolia is at least proceeds due for adaptation             | the agreement of Singapore and Mongolia applies is yes | mongolia, shares |
        | A62-SG-2 | 2 % of the credits are cancelled         | credits cancelled under the agreement is at least credits due for cancellation          | the agreement of Singapore and Mongolia applies is yes | mongolia, shares |
        | A62-SG-S | No more is cancelled than was authorised | credits cancelled under the agreement is at most credits authorised under the agreement | the agreement of Singapore and Mongolia applies is yes | shares           |

    Scenario Outline: both shares, to the last tonne
      Given agreement is <applies>
      And for_adaptation is <proceeds> SGD
      And cancelled_all is <cancelled> tCO2e
      When evaluated as of 2027-01-01
      Then gate A62-SG-5 is <five>
      And gate A62-SG-2 is <two>
      And gate A62-SG-S is <sum>

      Examples:
        | applies | proceeds | cancelled | five           | two            | sum            |
        | yes     | 100000   | 600       | met            | met            | met            |
        | yes     | 99999.99 | 599.99    | not met        | not met        | met            |
        | yes     | 100000   | 30000     | met            | met            | met            |
        | yes     | 100000   | 30001     | met            | met            | not met        |
        | no      | 0        | 0         | not applicable | not applicable | not applicable |
