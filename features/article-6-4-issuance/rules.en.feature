# language: en
Feature: Baseline, units of the years, levies and the buffer

  Background:
    Given the scorecard article-6-4-issuance

  Rule: The baseline falls
    Background:
      Given for each year line the quantity baseline after its fall (lowered), in tCO2e, on basis lowered, straight
        | is                                                                                                       | when                             |
        | max(baseline of the first year * (100 % - yearly fall of the baseline * years since the first), 0 tCO2e) | how the baseline falls is linear |
        | baseline of the first year * (100 % - yearly fall of the baseline) ^ years since the first               | otherwise                        |
      And for each year line the quantity baseline that counts (counting), in tCO2e, on basis lowered
        | is                                              |
        | min(baseline after its fall, business as usual) |
      And for each year line the quantity business as usual binds (binding), on basis lowered
        | is | when                                                                                  |
        | 1  | kind of activity is reduction; business as usual is less than baseline after its fall |
        | 0  | otherwise                                                                             |
      And the quantity years in which business as usual binds (binding_all), the sum of business as usual binds over years of the activity, on basis lowered
      And these gates
        | id     | gate                                      | requires                                    | applies when                  | basis   |
        | A64-07 | The baseline falls by at least 1 % a year | yearly fall of the baseline is at least 1 % | kind of activity is reduction | lowered |
      And these findings
        | code    | finding                                                                                   | when                                                  | severity    | basis   |
        | A64-BAU | Business as usual lies below the lowered baseline, so the baseline alone is not ambitious | years in which business as usual binds is more than 0 | observation | lowered |
      And for each year line these results
        | result        | label                | is                   | rounded to | basis   |
        | line_baseline | Baseline that counts | baseline that counts | 2 decimals | lowered |

    Scenario Outline: as a line or compounded, at least 1 %
      Given rate is <rate> %
      And the setting how the baseline falls is <decline>
      And years of the activity are
        | record | years since the first | business as usual | emissions of the activity | leakage    | removals | removals without the activity |
        | Y5     | 5                     | 60000 tCO2e       | 12000 tCO2e               | 1500 tCO2e | 0 tCO2e  | 0 tCO2e                       |
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
        | is                                                                                             | when                          | basis                |
        | round(max(baseline that counts - emissions of the activity - leakage, 0 tCO2e), 1 tCO2e, down) | kind of activity is reduction | lowered, leakage, up |
        | round(max(removals - removals without the activity - leakage, 0 tCO2e), 1 tCO2e, down)         | otherwise                     | leakage, up          |
      And the quantity units of all years (credited_all), in tCO2e, the sum of units of the year over years of the activity, on basis lowered
      And these gates
        | id      | gate                                 | requires                                   | basis   |
        | A64-SUM | No more units than the years come to | units issued is at most units of all years | entered |
      And for each year line these results
        | result        | label             | is                | rounded to | basis |
        | line_credited | Units of the year | units of the year | 0 decimals | up    |
      And these results
        | result       | label              | is                 | rounded to | basis   |
        | units_of_all | Units of all years | units of all years | 0 decimals | lowered |

    Scenario Outline: reductions and removals, whole units, never below zero
      Given kind is <kind>
      And years of the activity are
        | record | years since the first | business as usual | emissions of the activity | leakage         | removals        | removals without the activity |
        | Y1     | 0                     | 100 tCO2e         | <project> tCO2e           | <leakage> tCO2e | <removed> tCO2e | <before> tCO2e                |
      When evaluated as of 2026-12-01
      Then for interval Y1 the quantity units of the year is <units> tCO2e

      Examples:
        | kind      | project | leakage | removed | before | units |
        | reduction | 40      | 0.1     | 500     | 0      | 59    |
        | reduction | 40      | 0       | 0       | 9      | 60    |
        | reduction | 99      | 1.1     | 0       | 0      | 0     |
        | removal   | 40      | 0.1     | 500     | 20     | 479   |
        | removal   | 0       | 0       | 20      | 20.1   | 0     |

    Scenario Outline: no more than the years come to
      Given issued is <issued> tCO2e
      When evaluated as of 2026-12-01
      Then gate A64-SUM is <outcome>

      Examples:
        | issued | outcome |
        | 174500 | met     |
        | 174501 | not met |

  Rule: Who gets the units
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
      And the quantity units for the buffer of all units (buffer_of_all), in tCO2e
        | is                                                                | when                           | basis             |
        | 0 tCO2e                                                           | kind of activity is reduction  | buffer            |
        | 0 tCO2e                                                           | removals may be reversed is no | buffer            |
        | round(units issued * rating of the risk of reversal, 1 tCO2e, up) | otherwise                      | buffer, order, up |
      And the quantity units for the buffer of those left (buffer_of_left), in tCO2e
        | is                                                                           | when                           | basis             |
        | 0 tCO2e                                                                      | kind of activity is reduction  | buffer            |
        | 0 tCO2e                                                                      | removals may be reversed is no | buffer            |
        | round(units left after levies * rating of the risk of reversal, 1 tCO2e, up) | otherwise                      | buffer, order, up |
      And the quantity units for the buffer (buffer), in tCO2e, on basis order
        | is                                 | when                                    |
        | units for the buffer of all units  | what the buffer is part of is all_units |
        | units for the buffer of those left | otherwise                               |
      And the quantity units that the participant gets (received), in tCO2e, on basis levies, order
        | is                                                           |
        | max(units left after levies - units for the buffer, 0 tCO2e) |
      And these gates
        | id     | gate                                                   | requires                                               | applies when                                                 | basis  |
        | A64-12 | Removals that may be reversed contribute to the buffer | rating of the risk of reversal is more than 0 %        | kind of activity is removal; removals may be reversed is yes | buffer |
        | A64-17 | At least 2 % are cancelled                             | share cancelled for overall mitigation is at least 2 % |                                                              | levies |
        | A64-18 | The host has authorised the use                        | the host has authorised the use is yes                 | use of the units is not mitigation contribution only         | use    |
      And these results
        | result            | label                                  | is                                     | rounded to | basis  |
        | to_adaptation     | Units for adaptation                   | units for adaptation                   | 0 decimals | levies |
        | to_cancellation   | Units cancelled for overall mitigation | units cancelled for overall mitigation | 0 decimals | levies |
        | to_buffer         | Units for the buffer                   | units for the buffer                   | 0 decimals | buffer |
        | to_buffer_of_all  | Units for the buffer, of all units     | units for the buffer of all units      | 0 decimals | order  |
        | to_buffer_of_left | Units for the buffer, of those left    | units for the buffer of those left     | 0 decimals | order  |
        | to_participant    | Units that the participant gets        | units that the participant gets        | 0 decimals | order  |

    Scenario Outline: levies are rounded up
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

    Scenario Outline: the buffer
      Given kind is <kind>
      And issued is 1000 tCO2e
      And reversible is <reversible>
      And risk is <risk> %
      And the setting what the buffer is part of is <part>
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

    Scenario: unless told otherwise the buffer is a share of all units
      Given kind is removal
      And issued is 1000 tCO2e
      And reversible is yes
      And risk is 10 %
      When evaluated as of 2026-12-01
      Then the quantity buffer is 100 tCO2e

    Scenario Outline: what the unit may be used for
      Given use is <use>
      And authorised is <authorised>
      When evaluated as of 2026-12-01
      Then gate A64-18 is <outcome>

      Examples:
        | use                             | authorised | outcome        |
        | national contribution           | no         | not met        |
        | other international purposes    | no         | not met        |
        | national contribution and other | no         | not met        |
        | national contribution and other | yes        | met            |
        | mitigation contribution only    | no         | not applicable |

    Scenario: both readings of the buffer are told
      Given kind is removal
      And issued is 1000 tCO2e
      And reversible is yes
      And risk is 10 %
      When evaluated as of 2026-12-01
      Then the result to_buffer_of_all is 100 tCO2e
      And the result to_buffer_of_left is 93 tCO2e

    Scenario Outline: there is no buffer in either reading
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
        | is                                              | when                          |
        | 0 tCO2e                                         | kind of activity is reduction |
        | round(removals that were reversed, 1 tCO2e, up) | otherwise                     |
      And the quantity units to put back (to_put_back), in tCO2e, on basis reversal
        | is                               | when                                |
        | 0 tCO2e                          | the reversal could be avoided is no |
        | units to cancel for the reversal | otherwise                           |
      And the quantity units still to put back (owed), in tCO2e, on basis reversal
        | is                                                                |
        | max(units to put back - units of the same kind put back, 0 tCO2e) |
      And the quantity put back in time (in_time)
        | is                                                | when                                                                                                   | basis    |
        | 1                                                 | units still to put back is 0 tCO2e; day on which they were put back is until last day to put them back | reversal |
        | 0                                                 | the as-of date is after last day to put them back                                                      | put-back |
        | undetermined, because its last day has not passed | otherwise                                                                                              | put-back |
      And these gates
        | id     | gate                                             | requires                                                                      | applies when                                          | basis              |
        | A64-13 | What was reversed is cancelled                   | units cancelled for the reversal is at least units to cancel for the reversal | units to cancel for the reversal is more than 0 tCO2e | reversal           |
        | A64-14 | What could have been avoided is put back in time | put back in time is 1                                                         | units to put back is more than 0 tCO2e                | reversal, put-back |
      And these results
        | result             | label                            | is                               | rounded to | basis    |
        | reversal_cancelled | Units to cancel for the reversal | units to cancel for the reversal | 0 decimals | reversal |
        | reversal_owed      | Units still to put back          | units still to put back          | 0 decimals | reversal |

    Scenario Outline: from the buffer alone, or put back, too
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

    Scenario: a time that nobody knows stays open
      Given kind is removal
      And reversed is 100 tCO2e
      And avoidable is yes
      And cancelled_for is 100 tCO2e
      And put_back_by is missing
      When evaluated as of 2027-06-01
      Then gate A64-14 is undetermined because of put_back_by

    Scenario: until the last day has passed nobody is late
      Given kind is removal
      And reversed is 100 tCO2e
      And avoidable is yes
      And cancelled_for is 100 tCO2e
      When evaluated as of 2027-03-31
      Then the rules leave the quantity in_time undetermined
