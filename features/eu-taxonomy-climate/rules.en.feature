# language: en
Feature: Substantial contribution, alignment and share of turnover

  Background:
    Given the scorecard eu-taxonomy-climate

  Rule: Substantial contribution
    Background:
      Given for each activity line the quantity limit of the stage (stage_limit), in tCO2e/t, on basis steel
        | is            | when                                                            |
        | 1.331 tCO2e/t | kind of activity is hot metal                                   |
        | 0.163 tCO2e/t | kind of activity is sintered ore                                |
        | 0.144 tCO2e/t | kind of activity is coke                                        |
        | 0.299 tCO2e/t | kind of activity is iron casting                                |
        | 0.266 tCO2e/t | kind of activity is high-alloy steel from electric arc furnaces |
        | 0.209 tCO2e/t | kind of activity is carbon steel from electric arc furnaces     |
        | 0 tCO2e/t     | otherwise                                                       |
      And for each activity line the quantity direct emissions are low (low_direct), on basis aluminium
        | is | when                                                    |
        | 1  | emissions per tonne of product is at most 1.484 tCO2e/t |
        | 0  | otherwise                                               |
      And for each activity line the quantity electricity use is low (low_power), on basis aluminium
        | is | when                                                   |
        | 1  | electricity per tonne of product is at most 15.5 MWh/t |
        | 0  | otherwise                                              |
      And for each activity line the quantity electricity is clean (clean_power), on basis aluminium
        | is | when                                                  |
        | 1  | emissions of the electricity is at most 100 gCO2e/kWh |
        | 0  | otherwise                                             |
      And for each activity line the quantity tests of aluminium passed (tests_passed), on basis aluminium
        | is                                                                       |
        | direct emissions are low + electricity use is low + electricity is clean |
      And the quantity tests of aluminium asked (tests_asked), on basis aluminium, entered
        | is | when                                              |
        | 2  | last day of the year reported is until 2025-12-31 |
        | 3  | otherwise                                         |
      And for each activity line the quantity substantial contribution (contributes)
        | is                                                                        | when                                                                                                                                                                                                                       | basis     |
        | 1                                                                         | kind of activity is one of hot metal, sintered ore, coke, iron casting, high-alloy steel from electric arc furnaces, carbon steel from electric arc furnaces; emissions per tonne of product is at most limit of the stage | steel     |
        | 1                                                                         | kind of activity is high-alloy steel from electric arc furnaces; scrap per product is at least 70 %                                                                                                                        | scrap     |
        | 1                                                                         | kind of activity is carbon steel from electric arc furnaces; scrap per product is at least 90 %                                                                                                                            | scrap     |
        | 1                                                                         | kind of activity is grey clinker; emissions per tonne of product is less than 0.722 tCO2e/t                                                                                                                                | cement    |
        | 1                                                                         | kind of activity is cement or binder; emissions per tonne of product is less than 0.469 tCO2e/t                                                                                                                            | cement    |
        | 1                                                                         | kind of activity is primary aluminium; tests of aluminium passed is at least tests of aluminium asked                                                                                                                      | aluminium |
        | 1                                                                         | kind of activity is secondary aluminium                                                                                                                                                                                    | recycled  |
        | 1                                                                         | kind of activity is batteries; the batteries cut emissions in use, or are recycled is yes                                                                                                                                  | batteries |
        | 1                                                                         | kind of activity is hydrogen; emissions per tonne of product is less than 3 tCO2e/t                                                                                                                                        | hydrogen  |
        | undetermined, because the criteria of this activity are not assessed here | kind of activity is another activity                                                                                                                                                                                       | unknown   |
        | 0                                                                         | otherwise                                                                                                                                                                                                                  | aligned   |
      And for each activity line these results
        | result      | label                                    | is                       | rounded to | basis   |
        | contributes | Substantial contribution (1) or none (0) | substantial contribution | 0 decimals | aligned |

    Scenario Outline: both edges of each limit
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap per product | electricity per tonne of product | emissions of the electricity | the batteries cut emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm by pollution | no significant harm to biodiversity | minimum safeguards are kept |
        | E1     | <kind>           | 40 EUR                   | <emissions> tCO2e/t            | 0 %               | 0.5 MWh/t                        | 300 gCO2e/kWh                | no                                                  | yes                               | yes                          | yes                                         | yes                              | yes                                 | yes                         |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity contributes is <is>

      Examples:
        | kind                                        | emissions | is |
        | hot metal                                   | 1.331     | 1  |
        | hot metal                                   | 1.332     | 0  |
        | sintered ore                                | 0.163     | 1  |
        | sintered ore                                | 0.164     | 0  |
        | coke                                        | 0.144     | 1  |
        | coke                                        | 0.145     | 0  |
        | iron casting                                | 0.299     | 1  |
        | iron casting                                | 0.300     | 0  |
        | high-alloy steel from electric arc furnaces | 0.266     | 1  |
        | high-alloy steel from electric arc furnaces | 0.267     | 0  |
        | carbon steel from electric arc furnaces     | 0.209     | 1  |
        | carbon steel from electric arc furnaces     | 0.210     | 0  |
        | grey clinker                                | 0.721999  | 1  |
        | grey clinker                                | 0.722     | 0  |
        | cement or binder                            | 0.468999  | 1  |
        | cement or binder                            | 0.469     | 0  |
        | hydrogen                                    | 2.999999  | 1  |
        | hydrogen                                    | 3         | 0  |
        | secondary aluminium                         | 9         | 1  |

    Scenario Outline: scrap instead of the limit
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap per product | electricity per tonne of product | emissions of the electricity | the batteries cut emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm by pollution | no significant harm to biodiversity | minimum safeguards are kept |
        | E1     | <kind>           | 40 EUR                   | 2 tCO2e/t                      | <scrap> %         | 0.5 MWh/t                        | 300 gCO2e/kWh                | no                                                  | yes                               | yes                          | yes                                         | yes                              | yes                                 | yes                         |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity contributes is <is>

      Examples:
        | kind                                        | scrap | is |
        | high-alloy steel from electric arc furnaces | 70    | 1  |
        | high-alloy steel from electric arc furnaces | 69.99 | 0  |
        | carbon steel from electric arc furnaces     | 90    | 1  |
        | carbon steel from electric arc furnaces     | 89.99 | 0  |
        | hot metal                                   | 100   | 0  |

    Scenario Outline: aluminium, two of three until the end of 2025, then all
      Given year_end is <day>
      And activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap per product | electricity per tonne of product | emissions of the electricity | the batteries cut emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm by pollution | no significant harm to biodiversity | minimum safeguards are kept |
        | E1     | <kind>           | 40 EUR                   | <emissions> tCO2e/t            | 0 %               | <power> MWh/t                    | <carbon> gCO2e/kWh           | no                                                  | yes                               | yes                          | yes                                         | yes                              | yes                                 | yes                         |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity contributes is <is>

      Examples:
        | kind              | day        | emissions | power | carbon | is |
        | primary aluminium | 2025-12-31 | 1.484     | 15.5  | 101    | 1  |
        | primary aluminium | 2025-12-31 | 1.484     | 15.6  | 100    | 1  |
        | primary aluminium | 2025-12-31 | 1.485     | 15.5  | 100    | 1  |
        | primary aluminium | 2025-12-31 | 1.485     | 15.6  | 100    | 0  |
        | primary aluminium | 2026-01-01 | 1.484     | 15.5  | 100    | 1  |
        | primary aluminium | 2026-01-01 | 1.484     | 15.5  | 101    | 0  |
        | primary aluminium | 2026-01-01 | 1.514     | 15.5  | 100    | 0  |
        | coke              | 2026-01-01 | 1.484     | 15.5  | 100    | 0  |

    Scenario Outline: batteries
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap per product | electricity per tonne of product | emissions of the electricity | the batteries cut emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm by pollution | no significant harm to biodiversity | minimum safeguards are kept |
        | E1     | <kind>           | 40 EUR                   | 1 tCO2e/t                      | 0 %               | 0.5 MWh/t                        | 300 gCO2e/kWh                | <cuts>                                              | yes                               | yes                          | yes                                         | yes                              | yes                                 | yes                         |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity contributes is <is>

      Examples:
        | kind         | cuts | is |
        | batteries    | yes  | 1  |
        | batteries    | no   | 0  |
        | iron casting | yes  | 0  |

    Scenario: an activity that is not assessed is no none
      Given activities are
        | record | kind of activity | turnover of the activity |
        | E1     | another activity | 40 EUR                   |
      When evaluated as of 2027-03-01
      Then for activity E1 the rules leave the quantity contributes undetermined
      And the conclusion is scored

  Rule: Alignment and shares
    Background:
      Given for each activity line the quantity aligned turnover (earned_aligned), in EUR, on basis aligned
        | is                       | when                                                                                                                                                                                                                                                                                      |
        | turnover of the activity | substantial contribution is 1; no significant harm to adaptation is yes; no significant harm to water is yes; no significant harm to the circular economy is yes; no significant harm by pollution is yes; no significant harm to biodiversity is yes; minimum safeguards are kept is yes |
        | 0 EUR                    | otherwise                                                                                                                                                                                                                                                                                 |
      And for each activity line the quantity share of the activity (activity_share), in %, on basis small
        | is                                                 | when divided by zero |
        | turnover of the activity / turnover of the company | 0 %                  |
      And the quantity turnover of all activities (earned_all), in EUR, the sum of turnover of the activity over activities, on basis entered
      And the quantity aligned turnover of all activities (aligned_all), in EUR, the sum of aligned turnover over activities, on basis aligned
      And the quantity share that is aligned (share_aligned), in %, on basis aligned
        | is                                                           | when divided by zero |
        | aligned turnover of all activities / turnover of the company | 0 %                  |
      And for each activity line the quantity may be left out (small), on basis small
        | is | when                                    |
        | 1  | share of the activity is less than 10 % |
        | 0  | otherwise                               |
      And these gates
        | id     | gate                                | requires                                                      | basis   |
        | TX-SUM | Activities are part of all turnover | turnover of all activities is at most turnover of the company | entered |
      And for each activity line these results
        | result       | label                                        | is                    | rounded to | basis   |
        | line_aligned | Aligned turnover                             | aligned turnover      | 2 decimals | aligned |
        | line_share   | Share of turnover                            | share of the activity | 2 decimals | small   |
        | line_small   | May be left out of the report (1) or not (0) | may be left out       | 0 decimals | small   |
      And these results
        | result        | label                             | is                    | rounded to | basis   |
        | aligned_share | Share of turnover that is aligned | share that is aligned | 2 decimals | aligned |

    Scenario Outline: each condition of alignment
      Given activities are
        | record | kind of activity    | turnover of the activity | emissions per tonne of product | scrap per product | electricity per tonne of product | emissions of the electricity | the batteries cut emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm by pollution | no significant harm to biodiversity | minimum safeguards are kept |
        | E1     | secondary aluminium | 40 EUR                   | 1 tCO2e/t                      | 0 %               | 0.5 MWh/t                        | 300 gCO2e/kWh                | no                                                  | <adaptation>                      | <water>                      | <circular>                                  | <pollution>                      | <nature>                            | <safeguards>                |
      When evaluated as of 2027-03-01
      Then the quantity share_aligned is <share> %

      Examples:
        | adaptation | water | circular | pollution | nature | safeguards | share |
        | no         | yes   | yes      | yes       | yes    | yes        | 0     |
        | yes        | no    | yes      | yes       | yes    | yes        | 0     |
        | yes        | yes   | no       | yes       | yes    | yes        | 0     |
        | yes        | yes   | yes      | no        | yes    | yes        | 0     |
        | yes        | yes   | yes      | yes       | no     | yes        | 0     |
        | yes        | yes   | yes      | yes       | yes    | no         | 0     |
        | yes        | yes   | yes      | yes       | yes    | yes        | 16    |

    Scenario Outline: shares
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap per product | electricity per tonne of product | emissions of the electricity | the batteries cut emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm by pollution | no significant harm to biodiversity | minimum safeguards are kept |
        | E1     | <kind>           | <earned> EUR             | 1 tCO2e/t                      | 0 %               | 0.5 MWh/t                        | 300 gCO2e/kWh                | no                                                  | yes                               | yes                          | yes                                         | yes                              | yes                                 | yes                         |
      When evaluated as of 2027-03-01
      Then the quantity share_aligned is <share> %
      And for activity E1 the quantity may be left out is <small>
      And gate TX-SUM is <sum>

      Examples:
        | kind                | earned | share   | small | sum     |
        | secondary aluminium | 25     | 10      | 0     | met     |
        | secondary aluminium | 24.99  | 9.996   | 1     | met     |
        | secondary aluminium | 250    | 100     | 0     | met     |
        | secondary aluminium | 250.01 | 100.004 | 0     | not met |
