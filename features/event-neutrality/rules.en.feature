# language: en
Feature: Steps, credits and balance

  Background:
    Given the scorecard event-neutrality
    And these facts
      | fact        | label                      | type                 | unit  | at least | evidence                               |
      | counted_on  | emissions counted on       | date                 |       |          | count-report                           |
      | reduced_on  | reductions taken from      | date                 |       |          | event-plan, count-report               |
      | offset_on   | offset on                  | date                 |       |          | cancellation-list                      |
      | preparation | preparation counted        | flag                 |       |          | count-report                           |
      | holding     | holding counted            | flag                 |       |          | count-report                           |
      | closing     | closing counted            | flag                 |       |          | count-report                           |
      | emissions   | emissions before own cuts  | number               | tCO2e | 0        | count-report, energy-bill, travel-list |
      | own_cuts    | own cuts                   | number               | tCO2e | 0        | count-report                           |
      | announced   | announced                  | flag                 |       |          | announcement                           |
      | third_party | evaluated by a third party | flag                 |       |          |                                        |
      | credits     | credits                    | list of event credit |       |          | cancellation-list                      |
    And each credit has
      | field          | label                      | type   | unit  | one of                                                   | at least | counts in some cases only |
      | serial         | serial                     | text   |       |                                                          |          |                           |
      | kind           | kind of credit             | choice |       | allowance, ccer, inclusive_unit, cdm_china, other_credit |          |                           |
      | amount         | amount                     | number | tCO2e |                                                          | 0        |                           |
      | preferred      | of forestry or a poor area | flag   |       |                                                          |          | yes                       |
      | cancelled      | cancelled for this event   | flag   |       |                                                          |          |                           |
      | used_elsewhere | used elsewhere             | flag   |       |                                                          |          |                           |
    And credit is called event credit
    And no two credits share a serial
    And the choices of kind of credit
      | value          | words                         |
      | allowance      | allowance of a Chinese market |
      | ccer           | CCER                          |
      | inclusive_unit | provincial inclusive unit     |
      | cdm_china      | CDM unit of a Chinese project |
      | other_credit   | another credit                |
    And this reference case
      | fact                       | value      |
      | emissions counted on       | 2026-09-01 |
      | reductions taken from      | 2026-09-10 |
      | offset on                  | 2026-11-10 |
      | preparation counted        | yes        |
      | holding counted            | yes        |
      | closing counted            | yes        |
      | emissions before own cuts  | 3200 tCO2e |
      | own cuts                   | 450 tCO2e  |
      | announced                  | yes        |
      | evaluated by a third party | yes        |
    And in the reference case credits are
      | serial | kind of credit | amount     | of forestry or a poor area | cancelled for this event | used elsewhere |
      | C-1    | CCER           | 2000 tCO2e | no                         | yes                      | no             |
      | C-2    | CCER           | 750 tCO2e  | yes                        | yes                      | no             |

  Rule: Steps in their order
    Background:
      Given the quantity steps taken in their order (steps_taken)
        | is                                            | when                                                                                               | basis   |
        | 0                                             | emissions counted on is after reductions taken from; reductions taken from is until the as-of date | order   |
        | 0                                             | reductions taken from is after offset on; offset on is until the as-of date                        | order   |
        | 1                                             | offset on is until the as-of date                                                                  | order   |
        | undetermined, because a step is still to come | otherwise                                                                                          | to-come |
      And the quantity whole life counted (life_counted)
        | is                                               | when                                                                                                                     | basis   |
        | 1                                                | preparation counted is yes; holding counted is yes; closing counted is yes; emissions counted on is until the as-of date | guide   |
        | 0                                                | emissions counted on is until the as-of date                                                                             | guide   |
        | undetermined, because the count is still to come | otherwise                                                                                                                | to-come |
      And the quantity told to the public (told)
        | is                                                | when                                                | basis   |
        | 1                                                 | announced is yes; offset on is until the as-of date | guide   |
        | 0                                                 | offset on is until the as-of date                   | guide   |
        | undetermined, because the offset is still to come | otherwise                                           | to-come |
      And these gates
        | id   | gate                                   | requires                        | basis |
        | T1   | Counted, reduced, offset in this order | steps taken in their order is 1 | order |
        | T2   | The whole life of the event counted    | whole life counted is 1         | guide |
        | T4-A | Announced                              | told to the public is 1         | guide |
      And these findings
        | code     | finding                                     | when                             | severity    | basis |
        | T5.ALONE | No third party: it is encouraged, not asked | evaluated by a third party is no | observation | guide |

    Scenario Outline: no step before its time
      Given counted_on is <counted>
      And reduced_on is <reduced>
      And offset_on is <offset>
      When evaluated as of 2026-11-20
      Then gate T1 is <outcome>

      Examples:
        | counted    | reduced    | offset     | outcome |
        | 2026-09-01 | 2026-09-01 | 2026-09-01 | met     |
        | 2026-09-02 | 2026-09-01 | 2026-11-10 | not met |
        | 2026-09-01 | 2026-11-11 | 2026-11-10 | not met |

    Scenario Outline: what is to be offset later is not offset
      Given offset on is 2026-11-10
      When evaluated as of <day>
      Then gate T1 is <outcome>

      Examples:
        | day        | outcome      |
        | 2026-11-09 | undetermined |
        | 2026-11-10 | met          |

    Scenario Outline: preparation, holding, closing, announced
      Given preparation is <first>
      And holding is <second>
      And closing is <third>
      And announced is <told>
      And third_party is <party>
      When evaluated as of 2026-11-20
      Then gate T2 is <t2>
      And gate T4-A is <t4>
      And <alone>

      Examples:
        | first | second | third | told | party | t2      | t4      | alone                             |
        | yes   | yes    | yes   | yes  | yes   | met     | met     | no finding T5.ALONE is raised     |
        | no    | yes    | yes   | yes  | yes   | not met | met     | no finding T5.ALONE is raised     |
        | yes   | no     | yes   | yes  | yes   | not met | met     | no finding T5.ALONE is raised     |
        | yes   | yes    | no    | yes  | yes   | not met | met     | no finding T5.ALONE is raised     |
        | yes   | yes    | yes   | no   | no    | met     | not met | an observation T5.ALONE is raised |

    Scenario Outline: a step to come is neither done nor missed
      Given emissions counted on is <counted>
      And reductions taken from is <reduced>
      And closing counted is <closing>
      And announced is <announced>
      When evaluated as of <day>
      Then gate T1 is <t1>
      And gate T2 is <t2>
      And gate T4-A is <t4a>
      And gate T4 is <t4>

      Examples:
        | counted    | reduced    | closing | announced | day        | t1           | t2           | t4a          | t4           |
        | 2026-09-01 | 2026-09-10 | no      | no        | 2026-08-31 | undetermined | undetermined | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | yes     | yes       | 2026-08-31 | undetermined | undetermined | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | no      | no        | 2026-09-01 | undetermined | not met      | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | yes     | no        | 2026-09-01 | undetermined | met          | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | yes     | no        | 2026-11-09 | undetermined | met          | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | yes     | no        | 2026-11-10 | met          | met          | not met      | met          |
        | 2026-09-11 | 2026-09-10 | yes     | yes       | 2026-09-09 | undetermined | undetermined | undetermined | undetermined |
        | 2026-09-11 | 2026-09-10 | yes     | yes       | 2026-09-10 | not met      | undetermined | undetermined | undetermined |
        | 2026-09-01 | 2026-11-11 | yes     | yes       | 2026-11-09 | undetermined | met          | undetermined | undetermined |
        | 2026-09-01 | 2026-11-11 | yes     | yes       | 2026-11-10 | not met      | met          | met          | met          |

    Scenario: until the offset nothing is short
      When evaluated as of 2026-11-09
      Then the rules leave the quantity still to be offset undetermined
      And the conclusion is incomplete

    Scenario: without a list of what was cancelled no credit counts
      Given evidence for credits is missing
      When evaluated as of 2026-11-20
      Then gate T4 is undetermined

  Rule: Credits against what is left
    Background:
      Given the quantity emissions left (residual), in tCO2e, on basis guide
        | is                                                 |
        | max(emissions before own cuts - own cuts, 0 tCO2e) |
      And the quantity credits that count (counted), in tCO2e, the sum of amount over credits, on basis credits, cancel, event-only
        | where                                                                                                                                                                         |
        | kind of credit is one of allowance of a Chinese market, CCER, provincial inclusive unit, CDM unit of a Chinese project; cancelled for this event is yes; used elsewhere is no |
      And the quantity credits of forestry and poor areas (preferred_sum), in tCO2e, the sum of amount over credits, on basis credits
        | where                                                                                                                                                                                                            |
        | kind of credit is one of allowance of a Chinese market, CCER, provincial inclusive unit, CDM unit of a Chinese project; cancelled for this event is yes; used elsewhere is no; of forestry or a poor area is yes |
      And the quantity still to be offset (short), in tCO2e
        | is                                                | when                              | basis        |
        | max(emissions left - credits that count, 0 tCO2e) | offset on is until the as-of date | guide, proof |
        | undetermined, because the offset is still to come | otherwise                         | to-come      |
      And the quantity credits that do not count (refused), in items, the number of records over credits, on basis credits
        | where                            |
        | kind of credit is another credit |
        | cancelled for this event is no   |
        | used elsewhere is yes            |
      And these gates
        | id | gate                           | requires                                      | basis |
        | T4 | What is left is offset         | still to be offset is 0 tCO2e                 | guide |
        | T0 | Own cuts at most the emissions | own cuts is at most emissions before own cuts | guide |
      And these findings
        | code       | finding                                                                                    | when                                           | severity | basis   |
        | T3.REFUSED | Credits that do not count: of another kind, not cancelled for the event, or used elsewhere | credits that do not count is more than 0 items | minor    | credits |
      And these results
        | result           | label                               | is                                 | rounded to | basis   |
        | tonnes_left      | Emissions left after own cuts       | emissions left                     | 2 decimals | guide   |
        | tonnes_counted   | Credits counted                     | credits that count                 | 2 decimals | credits |
        | tonnes_short     | Still to be offset by the event     | still to be offset                 | 2 decimals | guide   |
        | tonnes_preferred | Of them from forestry or poor areas | credits of forestry and poor areas | 2 decimals | credits |

    Scenario Outline: a tonne short is not neutral
      Given credits are
        | serial | kind   | amount         | preferred   | cancelled   | used_elsewhere |
        | C-1    | ccer   | 2000 tCO2e     | no          | yes         | no             |
        | C-2    | <kind> | <amount> tCO2e | <preferred> | <cancelled> | <elsewhere>    |
      When evaluated as of 2026-11-20
      Then the quantity short is <short> tCO2e
      And the quantity preferred_sum is <forest> tCO2e
      And gate T4 is <outcome>
      And <refused>

      Examples:
        | kind           | amount | preferred | cancelled | elsewhere | short | forest | outcome | refused                                    |
        | ccer           | 750    | yes       | yes       | no        | 0     | 750    | met     | no finding T3.REFUSED is raised            |
        | ccer           | 749    | yes       | yes       | no        | 1     | 749    | not met | no finding T3.REFUSED is raised            |
        | allowance      | 750    | no        | yes       | no        | 0     | 0      | met     | no finding T3.REFUSED is raised            |
        | inclusive_unit | 750    | no        | yes       | no        | 0     | 0      | met     | no finding T3.REFUSED is raised            |
        | cdm_china      | 750    | no        | yes       | no        | 0     | 0      | met     | no finding T3.REFUSED is raised            |
        | other_credit   | 750    | yes       | yes       | no        | 750   | 0      | not met | a minor nonconformity T3.REFUSED is raised |
        | ccer           | 750    | yes       | no        | no        | 750   | 0      | not met | a minor nonconformity T3.REFUSED is raised |
        | ccer           | 750    | yes       | yes       | yes       | 750   | 0      | not met | a minor nonconformity T3.REFUSED is raised |

    Scenario Outline: own cuts first
      Given own_cuts is <cuts> tCO2e
      When evaluated as of 2026-11-20
      Then the quantity residual is <left> tCO2e
      And gate T0 is <outcome>

      Examples:
        | cuts    | left | outcome |
        | 3200    | 0    | met     |
        | 3200.01 | 0    | not met |
