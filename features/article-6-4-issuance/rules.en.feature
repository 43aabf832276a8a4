# language: en
Feature: Baseline, units of the years, levies and the buffer

  Background:
    Given the scorecard article-6-4-issuance

  Rule: Lowering of the baseline
    Background:
      Given for each year line the quantity lowered baseline (lowered), in tCO2e, on basis lowered, straight
        | is                                                                                                                      | when                                      |
        | max(baseline of the first year * (100 % - annual reduction rate of the baseline * years since the first year), 0 tCO2e) | method of lowering the baseline is linear |
        | baseline of the first year * (100 % - annual reduction rate of the baseline) ^ years since the first year               | otherwise                                 |
      And for each year line the quantity applicable baseline (counting), in tCO2e, on basis lowered
        | is                                                 |
        | min(lowered baseline, business-as-usual emissions) |
      And for each year line the quantity business as usual is the lower value (1 = yes) (binding), on basis lowered
        | is | when                                                                                     |
        | 1  | type of activity is reduction; business-as-usual emissions is less than lowered baseline |
        | 0  | otherwise                                                                                |
      And the quantity number of years in which business as usual is the lower value (binding_all), the sum of business as usual is the lower value (1 = yes) over years of the activity, on basis lowered
      And these gates
        | id     | gate                                        | requires                                              | applies when                  | basis   |
        | A64-07 | The baseline falls by at least 1 % per year | annual reduction rate of the baseline is at least 1 % | type of activity is reduction | lowered |
      And these findings
        | code    | finding                                                                                 | when                                                                         | severity    | basis   |
        | A64-BAU | Business as usual is below the lowered baseline, so the baseline alone is not ambitious | number of years in which business as usual is the lower value is more than 0 | observation | lowered |
      And for each year line these results
        | result        | label               | is                  | rounded to | basis   |
        | line_baseline | Applicable baseline | applicable baseline | 2 decimals | lowered |

    Scenario Outline: Straight or compound, at least 1 % per year
      Given rate is <rate> %
      And the setting method of lowering the baseline is <decline>
      And years of the activity are
        | record | years since the first year | business-as-usual emissions | emissions of the activity | leakage    | removals achieved | removals without the activity |
        | Y5     | 5                          | 60000 tCO2e                 | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e           | 0 tCO2e                       |
      When evaluated as of 2026-12-01
      Then for interval Y5 the quantity counting is <baseline> tCO2e
      And gate A64-07 is <outcome>
      And no finding A64-BAU is raised

      Examples:
        | rate | decline  | baseline     | outcome |
        | 1    | linear   | 47500        | met     |
        | 0.99 | linear   | 47525        | not met |
        | 1    | compound | 47549.502495 | met     |
        | 30   | linear   | 0            | met     |

  Rule: Units of a year
    Background:
      Given for each year line the quantity units of the year (credited), in tCO2e
        | is                                                                                              | when                          | basis                |
        | round(max(applicable baseline - emissions of the activity - leakage, 0 tCO2e), 1 tCO2e, down)   | type of activity is reduction | lowered, leakage, up |
        | round(max(removals achieved - removals without the activity - leakage, 0 tCO2e), 1 tCO2e, down) | otherwise                     | leakage, up          |
      And the quantity units of all years (credited_all), in tCO2e, the sum of units of the year over years of the activity, on basis lowered
      And these gates
        | id      | gate                                              | requires                                   | basis   |
        | A64-SUM | Units issued do not exceed the total of all years | units issued is at most units of all years | entered |
      And for each year line these results
        | result        | label             | is                | rounded to | basis |
        | line_credited | Units of the year | units of the year | 0 decimals | up    |
      And these results
        | result       | label              | is                 | rounded to | basis   |
        | units_of_all | Units of all years | units of all years | 0 decimals | lowered |

    Scenario Outline: Reductions and removals in whole units, never below zero
      Given kind is <kind>
      And years of the activity are
        | record | years since the first year | business-as-usual emissions | emissions of the activity | leakage         | removals achieved | removals without the activity |
        | Y1     | 0                          | 100 tCO2e                   | <project> tCO2e           | <leakage> tCO2e | <removed> tCO2e   | <before> tCO2e                |
      When evaluated as of 2026-12-01
      Then for interval Y1 the quantity units of the year is <units> tCO2e

      Examples:
        | kind      | project | leakage | removed | before | units |
        | reduction | 40      | 0.1     | 500     | 0      | 59    |
        | reduction | 40      | 0       | 0       | 9      | 60    |
        | reduction | 99      | 1.1     | 0       | 0      | 0     |
        | removal   | 40      | 0.1     | 500     | 20     | 479   |
        | removal   | 0       | 0       | 20      | 20.1   | 0     |

    Scenario Outline: Units issued do not exceed the total of all years
      Given issued is <issued> tCO2e
      When evaluated as of 2026-12-01
      Then gate A64-SUM is <outcome>

      Examples:
        | issued | outcome |
        | 174500 | met     |
        | 174501 | not met |

  Rule: Distribution of units
    Background:
      Given the quantity units for adaptation (adaptation), in tCO2e, on basis levies, up
        | is                                     |
        | round(units issued * 5 %, 1 tCO2e, up) |
      And the quantity units cancelled for overall mitigation (overall), in tCO2e, on basis levies, up
        | is                                                                        |
        | round(units issued * share cancelled for overall mitigation, 1 tCO2e, up) |
      And the quantity units left after levies (left_over), in tCO2e, on basis levies
        | is                                                                                         |
        | max(units issued - units for adaptation - units cancelled for overall mitigation, 0 tCO2e) |
      And the quantity buffer units calculated from all units (buffer_of_all), in tCO2e
        | is                                                          | when                                   | basis             |
        | 0 tCO2e                                                     | type of activity is reduction          | buffer            |
        | 0 tCO2e                                                     | removals have a risk of reversal is no | buffer            |
        | round(units issued * risk rating for reversal, 1 tCO2e, up) | otherwise                              | buffer, order, up |
      And the quantity buffer units calculated from the units left (buffer_of_left), in tCO2e
        | is                                                                     | when                                   | basis             |
        | 0 tCO2e                                                                | type of activity is reduction          | buffer            |
        | 0 tCO2e                                                                | removals have a risk of reversal is no | buffer            |
        | round(units left after levies * risk rating for reversal, 1 tCO2e, up) | otherwise                              | buffer, order, up |
      And the quantity buffer units (buffer), in tCO2e, on basis order
        | is                                          | when                            |
        | buffer units calculated from all units      | base of the buffer is all_units |
        | buffer units calculated from the units left | otherwise                       |
      And the quantity units for the participant (received), in tCO2e, on basis levies, order
        | is                                                   |
        | max(units left after levies - buffer units, 0 tCO2e) |
      And these gates
        | id     | gate                                                      | requires                                               | applies when                                                         | basis  |
        | A64-12 | Removals with a risk of reversal contribute to the buffer | risk rating for reversal is more than 0 %              | type of activity is removal; removals have a risk of reversal is yes | buffer |
        | A64-17 | At least 2 % of the units are cancelled                   | share cancelled for overall mitigation is at least 2 % |                                                                      | levies |
        | A64-18 | The use is authorised by the host                         | the use is authorised by the host is yes               | use of the units is not mitigation contribution only                 | use    |
      And these results
        | result            | label                                        | is                                          | rounded to | basis  |
        | to_adaptation     | Units for adaptation                         | units for adaptation                        | 0 decimals | levies |
        | to_cancellation   | Units cancelled for overall mitigation       | units cancelled for overall mitigation      | 0 decimals | levies |
        | to_buffer         | Buffer units                                 | buffer units                                | 0 decimals | buffer |
        | to_buffer_of_all  | Buffer units, calculated from all units      | buffer units calculated from all units      | 0 decimals | order  |
        | to_buffer_of_left | Buffer units, calculated from the units left | buffer units calculated from the units left | 0 decimals | order  |
        | to_participant    | Units for the participant                    | units for the participant                   | 0 decimals | order  |

    Scenario Outline: Levies are rounded up
      Given issued is <issued> tCO2e
      And cancelled is <share> %
      When evaluated as of 2026-12-01
      Then the quantity adaptation is <adaptation> tCO2e
      And the quantity overall is <overall> tCO2e
      And the quantity received is <received> tCO2e
      And gate A64-17 is <outcome>

      Examples:
        | issued | share | adaptation | overall | received | outcome |
        | 10     | 2     | 1          | 1       | 8        | met     |
        | 1      | 2     | 1          | 1       | 0        | met     |
        | 100    | 2     | 5          | 2       | 93       | met     |
        | 100    | 1.99  | 5          | 2       | 93       | not met |
        | 100    | 10    | 5          | 10      | 85       | met     |

    Scenario Outline: Buffer
      Given kind is <kind>
      And issued is 1000 tCO2e
      And reversible is <reversible>
      And risk is <risk> %
      And the setting base of the buffer is <part>
      When evaluated as of 2026-12-01
      Then the quantity buffer is <buffer> tCO2e
      And the quantity received is <received> tCO2e
      And gate A64-12 is <outcome>

      Examples:
        | kind      | reversible | risk  | part       | buffer | received | outcome        |
        | removal   | yes        | 10.01 | all_units  | 101    | 829      | met            |
        | removal   | yes        | 10.01 | units_left | 94     | 836      | met            |
        | removal   | yes        | 0     | all_units  | 0      | 930      | not met        |
        | removal   | no         | 10    | all_units  | 0      | 930      | not applicable |
        | reduction | yes        | 10    | all_units  | 0      | 930      | not applicable |
        | removal   | yes        | 10    | units_left | 93     | 837      | met            |
        | removal   | yes        | 0.01  | all_units  | 1      | 929      | met            |

    Scenario: By default the buffer is calculated from all units
      Given kind is removal
      And issued is 1000 tCO2e
      And reversible is yes
      And risk is 10 %
      When evaluated as of 2026-12-01
      Then the quantity buffer is 100 tCO2e

    Scenario Outline: Allowed uses of the unit
      Given use is <use>
      And authorised is <authorised>
      When evaluated as of 2026-12-01
      Then gate A64-18 is <outcome>

      Examples:
        | use                                      | authorised | outcome        |
        | national contribution                    | no         | not met        |
        | other international purposes             | no         | not met        |
        | national contribution and other purposes | no         | not met        |
        | national contribution and other purposes | yes        | met            |
        | mitigation contribution only             | no         | not applicable |

    Scenario: Both interpretations of the buffer are reported
      Given kind is removal
      And issued is 1000 tCO2e
      And reversible is yes
      And risk is 10 %
      When evaluated as of 2026-12-01
      Then the result to_buffer_of_all is 100 tCO2e
      And the result to_buffer_of_left is 93 tCO2e

    Scenario Outline: Without reversible removals there is no buffer under either interpretation
      Given kind is <kind>
      And reversible is <reversible>
      And risk is 10 %
      When evaluated as of 2026-12-01
      Then the quantity buffer_of_all is 0 tCO2e
      And the quantity buffer_of_left is 0 tCO2e

      Examples:
        | kind      | reversible |
        | removal   | no         |
        | reduction | yes        |

  Rule: Reversals
    Background:
      Given the quantity units to cancel for the reversal (to_cancel), in tCO2e, on basis reversal, put-back
        | is                                    | when                          |
        | 0 tCO2e                               | type of activity is reduction |
        | round(removals reversed, 1 tCO2e, up) | otherwise                     |
      And the quantity units to replace (to_put_back), in tCO2e, on basis reversal
        | is                               | when                             |
        | 0 tCO2e                          | the reversal was avoidable is no |
        | units to cancel for the reversal | otherwise                        |
      And the quantity units still to be replaced (owed), in tCO2e, on basis reversal
        | is                                                                  |
        | max(units to replace - replacement units of the same type, 0 tCO2e) |
      And the quantity replaced in time (in_time)
        | is                                                | when                                                                                     | basis    |
        | 1                                                 | units still to be replaced is 0 tCO2e; date of replacement is until replacement deadline | reversal |
        | 0                                                 | the as-of date is after replacement deadline                                             | put-back |
        | undetermined, because the deadline has not passed | otherwise                                                                                | put-back |
      And these gates
        | id     | gate                                                 | requires                                                                      | applies when                                          | basis              |
        | A64-13 | Units are cancelled for every reversal               | units cancelled for the reversal is at least units to cancel for the reversal | units to cancel for the reversal is more than 0 tCO2e | reversal           |
        | A64-14 | Units for an avoidable reversal are replaced in time | replaced in time is 1                                                         | units to replace is more than 0 tCO2e                 | reversal, put-back |
      And these results
        | result             | label                            | is                               | rounded to | basis    |
        | reversal_cancelled | Units to cancel for the reversal | units to cancel for the reversal | 0 decimals | reversal |
        | reversal_owed      | Units still to be replaced       | units still to be replaced       | 0 decimals | reversal |

    Scenario Outline: Cancelled from the buffer only, or also replaced
      Given kind is <kind>
      And reversed is <reversed> tCO2e
      And avoidable is <avoidable>
      And cancelled_for is <cancelled> tCO2e
      And put_back is <back> tCO2e
      And put_back_on is <day>
      When evaluated as of <as of>
      Then the quantity to_cancel is <to cancel> tCO2e
      And the quantity owed is <owed> tCO2e
      And gate A64-13 is <first>
      And gate A64-14 is <second>

      Examples:
        | kind      | reversed | avoidable | cancelled | back | day        | as of      | to cancel | owed | first          | second         |
        | removal   | 100      | no        | 100       | 0    | 2026-11-01 | 2026-12-01 | 100       | 0    | met            | not applicable |
        | removal   | 100      | no        | 99        | 0    | 2026-11-01 | 2026-12-01 | 100       | 0    | not met        | not applicable |
        | removal   | 99.01    | no        | 99        | 0    | 2026-11-01 | 2026-12-01 | 100       | 0    | not met        | not applicable |
        | removal   | 0.01     | yes       | 0         | 0    | 2026-11-01 | 2027-04-01 | 1         | 1    | not met        | not met        |
        | removal   | 100      | yes       | 100       | 100  | 2026-11-01 | 2026-12-01 | 100       | 0    | met            | met            |
        | removal   | 100      | yes       | 100       | 120  | 2027-03-31 | 2027-06-01 | 100       | 0    | met            | met            |
        | removal   | 100      | yes       | 100       | 100  | 2027-04-01 | 2027-06-01 | 100       | 0    | met            | not met        |
        | removal   | 100      | yes       | 100       | 99   | 2026-11-01 | 2027-03-31 | 100       | 1    | met            | undetermined   |
        | removal   | 100      | yes       | 100       | 99   | 2026-11-01 | 2027-04-01 | 100       | 1    | met            | not met        |
        | removal   | 0        | yes       | 0         | 0    | 2026-11-01 | 2027-04-01 | 0         | 0    | not applicable | not applicable |
        | reduction | 100      | yes       | 0         | 0    | 2026-11-01 | 2027-04-01 | 0         | 0    | not applicable | not applicable |

    Scenario: Without a deadline, timely replacement is undetermined
      Given kind is removal
      And reversed is 100 tCO2e
      And avoidable is yes
      And cancelled_for is 100 tCO2e
      And put_back_by is missing
      When evaluated as of 2027-06-01
      Then gate A64-14 is undetermined because of put_back_by

    Scenario: Before the deadline passes a replacement is not late
      Given kind is removal
      And reversed is 100 tCO2e
      And avoidable is yes
      And cancelled_for is 100 tCO2e
      When evaluated as of 2027-03-31
      Then the rules leave the quantity in_time undetermined
