# language: en
Feature: Transferable outcomes and corresponding adjustments

  Background:
    Given the scorecard article-6-2-transfer

  Rule: Individual outcomes
    Background:
      Given for each outcome line the quantity reduction before 2021 (1 = yes) (too_old), on basis since
        | is | when                                    |
        | 1  | year of the reduction is less than 2021 |
        | 0  | otherwise                               |
      And for each outcome line the quantity required property missing (1 = yes) (lacking), on basis outcome
        | is | when                                |
        | 1  | real, verified and additional is no |
        | 1  | in tonnes or an agreed metric is no |
        | 1  | authorised by the host is no        |
        | 0  | otherwise                           |
      And for each outcome line the quantity authorised for another purpose (1 = yes) (misused), on basis purposes
        | is | when                                                   |
        | 1  | purpose of the authorisation is none of these purposes |
        | 0  | otherwise                                              |
      And for each outcome line the quantity transferred without corresponding adjustment (1 = yes) (unadjusted), on basis adjusted, first, entered
        | is | when                                                                                                 |
        | 1  | year of the first transfer is at most reporting year; a corresponding adjustment has been made is no |
        | 0  | otherwise                                                                                            |
      And the quantity year of the as-of date (answer_year), on basis ahead
        | is                   |
        | year(the as-of date) |
      And for each outcome line the quantity reduction not yet achieved (1 = yes) (not_made), on basis ahead
        | is | when                                                          |
        | 1  | year of the reduction is more than year of the as-of date     |
        | 1  | year of the reduction is more than year of the first transfer |
        | 0  | otherwise                                                     |
      And the quantity number of outcomes not yet achieved (not_made_all), the sum of reduction not yet achieved (1 = yes) over transferred outcomes, on basis ahead
      And the quantity number of outcomes before 2021 (too_old_all), the sum of reduction before 2021 (1 = yes) over transferred outcomes, on basis since
      And the quantity number of outcomes with a required property missing (lacking_all), the sum of required property missing (1 = yes) over transferred outcomes, on basis outcome
      And the quantity number of outcomes authorised for another purpose (misused_all), the sum of authorised for another purpose (1 = yes) over transferred outcomes, on basis purposes
      And the quantity number of outcomes transferred without corresponding adjustment (unadjusted_all), the sum of transferred without corresponding adjustment (1 = yes) over transferred outcomes, on basis adjusted
      And these gates
        | id     | gate                                                | requires                                                             | basis                    |
        | A62-01 | No outcome is from before 2021                      | number of outcomes before 2021 is 0                                  | since                    |
        | A62-02 | Every outcome has the required properties           | number of outcomes with a required property missing is 0             | outcome                  |
        | A62-03 | Every outcome is authorised for an allowed purpose  | number of outcomes authorised for another purpose is 0               | purposes                 |
        | A62-04 | Every reduction precedes its transfer               | number of outcomes not yet achieved is 0                             | ahead                    |
        | A62-05 | The reporting year has begun                        | reporting year is at most year of the as-of date                     | ahead                    |
        | A64-19 | Every first transfer has a corresponding adjustment | number of outcomes transferred without corresponding adjustment is 0 | adjusted, first, entered |
      And for each outcome line these results
        | result          | label                                                       | is                                                     | rounded to | basis    |
        | line_old        | From before 2021 (1) or not (0)                             | reduction before 2021 (1 = yes)                        | 0 decimals | since    |
        | line_lacking    | Required property missing (1) or not (0)                    | required property missing (1 = yes)                    | 0 decimals | outcome  |
        | line_misused    | Authorised for another purpose (1) or not (0)               | authorised for another purpose (1 = yes)               | 0 decimals | purposes |
        | line_unadjusted | Transferred without corresponding adjustment (1) or not (0) | transferred without corresponding adjustment (1 = yes) | 0 decimals | adjusted |

    Scenario Outline: Each condition on its own
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
        | T1     | 20000 tCO2e           | <vintage>             | <genuine>                     | <measured>                    | <authorised>           | <purpose>                    | <transferred>              | <adjusted>                               |
      When evaluated as of 2027-01-01
      Then gate A62-01 is <old>
      And gate A62-02 is <properties>
      And gate A62-03 is <purposes>
      And gate A64-19 is <adjustment>

      Examples:
        | vintage | genuine | measured | authorised | purpose                                  | transferred | adjusted | old     | properties | purposes | adjustment |
        | 2021    | yes     | yes      | yes        | national contribution                    | 2025        | yes      | met     | met        | met      | met        |
        | 2020    | yes     | yes      | yes        | national contribution                    | 2025        | yes      | not met | met        | met      | met        |
        | 2021    | no      | yes      | yes        | national contribution                    | 2025        | yes      | met     | not met    | met      | met        |
        | 2021    | yes     | no       | yes        | national contribution                    | 2025        | yes      | met     | not met    | met      | met        |
        | 2021    | yes     | yes      | no         | national contribution                    | 2025        | yes      | met     | not met    | met      | met        |
        | 2021    | yes     | yes      | yes        | none of these purposes                   | 2025        | yes      | met     | met        | not met  | met        |
        | 2021    | yes     | yes      | yes        | national contribution and other purposes | 2025        | yes      | met     | met        | met      | met        |
        | 2021    | yes     | yes      | yes        | other international purposes             | 2025        | yes      | met     | met        | met      | met        |
        | 2021    | yes     | yes      | yes        | national contribution                    | 2025        | no       | met     | met        | met      | not met    |
        | 2021    | yes     | yes      | yes        | national contribution                    | 2026        | no       | met     | met        | met      | met        |

    Scenario Outline: An outcome cannot be transferred before it is achieved
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
        | T1     | 20000 tCO2e           | <vintage>             | yes                           | yes                           | yes                    | national contribution        | <transferred>              | yes                                      |
      When evaluated as of 2027-01-01
      Then gate A62-04 is <outcome>

      Examples:
        | vintage | transferred | outcome |
        | 2025    | 2025        | met     |
        | 2026    | 2025        | not met |
        | 2027    | 2028        | met     |
        | 2028    | 2028        | not met |

    Scenario Outline: A future year cannot be reported
      Given year is <year>
      When evaluated as of 2027-01-01
      Then gate A62-05 is <outcome>

      Examples:
        | year | outcome |
        | 2027 | met     |
        | 2028 | not met |

  Rule: Emissions of the host after its adjustments
    Background:
      Given for each outcome line the quantity amount first transferred in the year (in_year), in tCO2e, on basis adjusted
        | is                    | when                                                                        |
        | amount of the outcome | authorised by the host is yes; year of the first transfer is reporting year |
        | 0 tCO2e               | otherwise                                                                   |
      And the quantity total first transferred in the year (in_year_all), in tCO2e, the sum of amount first transferred in the year over transferred outcomes, on basis adjusted
      And the quantity emissions after adjustments (balance), in tCO2e, on basis adjusted
        | is                                                                                             |
        | emissions of the host + total first transferred in the year - outcomes used by the host itself |
      And these results
        | result     | label                                   | is                                  | rounded to | basis    |
        | balance_of | Emissions of the host after adjustments | emissions after adjustments         | 2 decimals | adjusted |
        | added      | Total first transferred in the year     | total first transferred in the year | 2 decimals | adjusted |

    Scenario Outline: Only outcomes of the year that are authorised
      Given transferred outcomes are
        | record | amount of the outcome | year of the reduction | real, verified and additional | in tonnes or an agreed metric | authorised by the host | purpose of the authorisation | year of the first transfer | a corresponding adjustment has been made |
        | T1     | 20000 tCO2e           | 2021                  | yes                           | yes                           | <authorised>           | national contribution        | <transferred>              | yes                                      |
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
      Given the quantity required proceeds for adaptation (adaptation_due), in SGD, on basis mongolia, shares
        | is                                    |
        | value of the authorised credits * 5 % |
      And the quantity required cancellation of credits (cancellation_due), in tCO2e, on basis mongolia, shares
        | is                                           |
        | credits authorised under the agreement * 2 % |
      And these gates
        | id       | gate                                               | requires                                                                                | applies when                                           | basis            |
        | A62-SG-5 | At least 5 % of the value is used for adaptation   | proceeds used for adaptation in Mongolia is at least required proceeds for adaptation   | the agreement of Singapore and Mongolia applies is yes | mongolia, shares |
        | A62-SG-2 | At least 2 % of the credits are cancelled          | credits cancelled under the agreement is at least required cancellation of credits      | the agreement of Singapore and Mongolia applies is yes | mongolia, shares |
        | A62-SG-S | Cancelled credits do not exceed authorised credits | credits cancelled under the agreement is at most credits authorised under the agreement | the agreement of Singapore and Mongolia applies is yes | shares           |

    Scenario Outline: Both shares exact to the tonne
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
