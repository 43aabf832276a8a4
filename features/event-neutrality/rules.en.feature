# language: en
Feature: Steps, credits and balance

  Background:
    Given the scorecard event-neutrality
    And these facts
      | fact        | label                                         | type                 | unit  | at least | evidence                               |
      | counted_on  | date of the emission calculation              | date                 |       |          | count-report                           |
      | reduced_on  | start date of the reductions                  | date                 |       |          | event-plan, count-report               |
      | offset_on   | date of the offset                            | date                 |       |          | cancellation-list                      |
      | preparation | preparation phase included in the calculation | flag                 |       |          | count-report                           |
      | holding     | event phase included in the calculation       | flag                 |       |          | count-report                           |
      | closing     | closing phase included in the calculation     | flag                 |       |          | count-report                           |
      | emissions   | emissions before own reductions               | number               | tCO2e | 0        | count-report, energy-bill, travel-list |
      | own_cuts    | own reductions                                | number               | tCO2e | 0        | count-report                           |
      | announced   | neutrality announced to the public            | flag                 |       |          | announcement                           |
      | third_party | event evaluated by a third party              | flag                 |       |          |                                        |
      | credits     | credits                                       | list of event credit |       |          | cancellation-list                      |
    And each credit has
      | field          | label                        | type   | unit  | one of                                                   | at least | counts in some cases only |
      | serial         | serial number                | text   |       |                                                          |          |                           |
      | kind           | kind of credit               | choice |       | allowance, ccer, inclusive_unit, cdm_china, other_credit |          |                           |
      | amount         | amount of the credit         | number | tCO2e |                                                          | 0        |                           |
      | preferred      | from forestry or a poor area | flag   |       |                                                          |          | yes                       |
      | cancelled      | cancelled for this event     | flag   |       |                                                          |          |                           |
      | used_elsewhere | used elsewhere               | flag   |       |                                                          |          |                           |
    And credit is called event credit
    And no two credits share a serial number
    And the choices of kind of credit
      | value          | words                                |
      | allowance      | allowance of a Chinese carbon market |
      | ccer           | CCER                                 |
      | inclusive_unit | provincial inclusive unit            |
      | cdm_china      | CDM unit of a Chinese project        |
      | other_credit   | another credit                       |
    And this reference case
      | fact                                          | value      |
      | date of the emission calculation              | 2026-09-01 |
      | start date of the reductions                  | 2026-09-10 |
      | date of the offset                            | 2026-11-10 |
      | preparation phase included in the calculation | yes        |
      | event phase included in the calculation       | yes        |
      | closing phase included in the calculation     | yes        |
      | emissions before own reductions               | 3200 tCO2e |
      | own reductions                                | 450 tCO2e  |
      | neutrality announced to the public            | yes        |
      | event evaluated by a third party              | yes        |
    And in the reference case credits are
      | serial number | kind of credit | amount of the credit | from forestry or a poor area | cancelled for this event | used elsewhere |
      | C-1           | CCER           | 2000 tCO2e           | no                           | yes                      | no             |
      | C-2           | CCER           | 750 tCO2e            | yes                          | yes                      | no             |

  Rule: Order of the steps
    Background:
      Given the quantity steps completed in order (1 = yes) (steps_taken)
        | is                                            | when                                                                                                                         | basis   |
        | 0                                             | date of the emission calculation is after start date of the reductions; start date of the reductions is until the as-of date | order   |
        | 0                                             | start date of the reductions is after date of the offset; date of the offset is until the as-of date                         | order   |
        | 1                                             | date of the offset is until the as-of date                                                                                   | order   |
        | undetermined, because a step is still to come | otherwise                                                                                                                    | to-come |
      And the quantity all phases calculated (1 = yes) (life_counted)
        | is                                                              | when                                                                                                                                                                                                             | basis   |
        | 1                                                               | preparation phase included in the calculation is yes; event phase included in the calculation is yes; closing phase included in the calculation is yes; date of the emission calculation is until the as-of date | guide   |
        | 0                                                               | date of the emission calculation is until the as-of date                                                                                                                                                         | guide   |
        | undetermined, because the emission calculation is still to come | otherwise                                                                                                                                                                                                        | to-come |
      And the quantity public announcement after the offset (1 = yes) (told)
        | is                                                | when                                                                                  | basis   |
        | 1                                                 | neutrality announced to the public is yes; date of the offset is until the as-of date | guide   |
        | 0                                                 | date of the offset is until the as-of date                                            | guide   |
        | undetermined, because the offset is still to come | otherwise                                                                             | to-come |
      And these gates
        | id   | gate                                                   | requires                                            | basis |
        | T1   | Emissions calculated, reduced and offset in this order | steps completed in order (1 = yes) is 1             | order |
        | T2   | Emission calculation covers all phases of the event    | all phases calculated (1 = yes) is 1                | guide |
        | T4-A | Neutrality publicly announced                          | public announcement after the offset (1 = yes) is 1 | guide |
      And these findings
        | code     | finding                                                         | when                                   | severity    | basis |
        | T5.ALONE | No third-party evaluation, which is encouraged but not required | event evaluated by a third party is no | observation | guide |

    Scenario Outline: Steps in the wrong order do not meet the requirement
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

    Scenario Outline: An offset planned for a later date is not yet an offset
      Given date of the offset is 2026-11-10
      When evaluated as of <day>
      Then gate T1 is <outcome>

      Examples:
        | day        | outcome      |
        | 2026-11-09 | undetermined |
        | 2026-11-10 | met          |

    Scenario Outline: Phases, announcement and third-party evaluation
      Given preparation is <first>
      And holding is <second>
      And closing is <third>
      And neutrality announced to the public is <told>
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

    Scenario Outline: A step in the future is neither completed nor missed
      Given date of the emission calculation is <counted>
      And start date of the reductions is <reduced>
      And closing phase included in the calculation is <closing>
      And neutrality announced to the public is <neutrality announced to the public>
      When evaluated as of <day>
      Then gate T1 is <t1>
      And gate T2 is <t2>
      And gate T4-A is <t4a>
      And gate T4 is <t4>

      Examples:
        | counted    | reduced    | closing | neutrality announced to the public | day        | t1           | t2           | t4a          | t4           |
        | 2026-09-01 | 2026-09-10 | no      | no                                 | 2026-08-31 | undetermined | undetermined | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | yes     | yes                                | 2026-08-31 | undetermined | undetermined | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | no      | no                                 | 2026-09-01 | undetermined | not met      | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | yes     | no                                 | 2026-09-01 | undetermined | met          | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | yes     | no                                 | 2026-11-09 | undetermined | met          | undetermined | undetermined |
        | 2026-09-01 | 2026-09-10 | yes     | no                                 | 2026-11-10 | met          | met          | not met      | met          |
        | 2026-09-11 | 2026-09-10 | yes     | yes                                | 2026-09-09 | undetermined | undetermined | undetermined | undetermined |
        | 2026-09-11 | 2026-09-10 | yes     | yes                                | 2026-09-10 | not met      | undetermined | undetermined | undetermined |
        | 2026-09-01 | 2026-11-11 | yes     | yes                                | 2026-11-09 | undetermined | met          | undetermined | undetermined |
        | 2026-09-01 | 2026-11-11 | yes     | yes                                | 2026-11-10 | not met      | met          | met          | met          |

    Scenario: Before the offset, the quantity still to be offset is undetermined
      When evaluated as of 2026-11-09
      Then the rules leave the quantity emissions still to be offset undetermined
      And the conclusion is incomplete

    Scenario: Without a cancellation list, the offset is undetermined
      Given evidence for credits is missing
      When evaluated as of 2026-11-20
      Then gate T4 is undetermined

  Rule: Credits and remaining emissions
    Background:
      Given the quantity remaining emissions (residual), in tCO2e, on basis guide
        | is                                                             |
        | max(emissions before own reductions - own reductions, 0 tCO2e) |
      And the quantity eligible credits (counted), in tCO2e, the sum of amount of the credit over credits, on basis credits, cancel, event-only
        | where                                                                                                                                                                                |
        | kind of credit is one of allowance of a Chinese carbon market, CCER, provincial inclusive unit, CDM unit of a Chinese project; cancelled for this event is yes; used elsewhere is no |
      And the quantity eligible credits from forestry and poor areas (preferred_sum), in tCO2e, the sum of amount of the credit over credits, on basis credits
        | where                                                                                                                                                                                                                     |
        | kind of credit is one of allowance of a Chinese carbon market, CCER, provincial inclusive unit, CDM unit of a Chinese project; cancelled for this event is yes; used elsewhere is no; from forestry or a poor area is yes |
      And the quantity emissions still to be offset (short), in tCO2e
        | is                                                   | when                                       | basis        |
        | max(remaining emissions - eligible credits, 0 tCO2e) | date of the offset is until the as-of date | guide, proof |
        | undetermined, because the offset is still to come    | otherwise                                  | to-come      |
      And the quantity number of ineligible credits (refused), in items, the number of records over credits, on basis credits
        | where                            |
        | kind of credit is another credit |
        | cancelled for this event is no   |
        | used elsewhere is yes            |
      And these gates
        | id | gate                                       | requires                                                  | basis |
        | T4 | Remaining emissions are offset             | emissions still to be offset is 0 tCO2e                   | guide |
        | T0 | Own reductions do not exceed the emissions | own reductions is at most emissions before own reductions | guide |
      And these findings
        | code       | finding                                                                             | when                                              | severity | basis   |
        | T3.REFUSED | Ineligible credits: of another kind, not cancelled for the event, or used elsewhere | number of ineligible credits is more than 0 items | minor    | credits |
      And these results
        | result           | label                                                     | is                                            | rounded to | basis   |
        | tonnes_left      | Remaining emissions after own reductions                  | remaining emissions                           | 2 decimals | guide   |
        | tonnes_counted   | Total of eligible credits                                 | eligible credits                              | 2 decimals | credits |
        | tonnes_short     | Emissions the event must still offset                     | emissions still to be offset                  | 2 decimals | guide   |
        | tonnes_preferred | Eligible credits from forestry or poor areas in the total | eligible credits from forestry and poor areas | 2 decimals | credits |

    Scenario Outline: An event that is a tonne short is not neutral
      Given credits are
        | serial number | kind   | amount of the credit         | preferred   | cancelled   | used_elsewhere |
        | C-1           | ccer   | 2000 tCO2e                   | no          | yes         | no             |
        | C-2           | <kind> | <amount of the credit> tCO2e | <preferred> | <cancelled> | <elsewhere>    |
      When evaluated as of 2026-11-20
      Then the quantity short is <short> tCO2e
      And the quantity preferred_sum is <forest> tCO2e
      And gate T4 is <outcome>
      And <refused>

      Examples:
        | kind           | amount of the credit | preferred | cancelled | elsewhere | short | forest | outcome | refused                                    |
        | ccer           | 750                  | yes       | yes       | no        | 0     | 750    | met     | no finding T3.REFUSED is raised            |
        | ccer           | 749                  | yes       | yes       | no        | 1     | 749    | not met | no finding T3.REFUSED is raised            |
        | allowance      | 750                  | no        | yes       | no        | 0     | 0      | met     | no finding T3.REFUSED is raised            |
        | inclusive_unit | 750                  | no        | yes       | no        | 0     | 0      | met     | no finding T3.REFUSED is raised            |
        | cdm_china      | 750                  | no        | yes       | no        | 0     | 0      | met     | no finding T3.REFUSED is raised            |
        | other_credit   | 750                  | yes       | yes       | no        | 750   | 0      | not met | a minor nonconformity T3.REFUSED is raised |
        | ccer           | 750                  | yes       | no        | no        | 750   | 0      | not met | a minor nonconformity T3.REFUSED is raised |
        | ccer           | 750                  | yes       | yes       | yes       | 750   | 0      | not met | a minor nonconformity T3.REFUSED is raised |

    Scenario Outline: Own reductions up to the total emissions are accepted
      Given own_cuts is <cuts> tCO2e
      When evaluated as of 2026-11-20
      Then the quantity residual is <left> tCO2e
      And gate T0 is <outcome>

      Examples:
        | cuts    | left | outcome |
        | 3200    | 0    | met     |
        | 3200.01 | 0    | not met |
