# language: en
Feature: Substantial contribution, alignment and share of turnover

  Background:
    Given the scorecard eu-taxonomy-climate

  Rule: Substantial contribution
    Background:
      Given for each activity line the quantity emission limit of the process stage (stage_limit), in tCO2e/t, on basis steel
        | is            | when                                                            |
        | 1.331 tCO2e/t | kind of activity is hot metal                                   |
        | 0.163 tCO2e/t | kind of activity is sintered ore                                |
        | 0.144 tCO2e/t | kind of activity is coke                                        |
        | 0.299 tCO2e/t | kind of activity is iron casting                                |
        | 0.266 tCO2e/t | kind of activity is high-alloy steel from electric arc furnaces |
        | 0.209 tCO2e/t | kind of activity is carbon steel from electric arc furnaces     |
        | 0 tCO2e/t     | otherwise                                                       |
      And for each activity line the quantity direct emissions within the limit (1 = yes) (low_direct), on basis aluminium
        | is | when                                                    |
        | 1  | emissions per tonne of product is at most 1.484 tCO2e/t |
        | 0  | otherwise                                               |
      And for each activity line the quantity electricity use within the limit (1 = yes) (low_power), on basis aluminium
        | is | when                                                   |
        | 1  | electricity per tonne of product is at most 15.5 MWh/t |
        | 0  | otherwise                                              |
      And for each activity line the quantity electricity emission factor within the limit (1 = yes) (clean_power), on basis aluminium
        | is | when                                                        |
        | 1  | emission factor of the electricity is at most 100 gCO2e/kWh |
        | 0  | otherwise                                                   |
      And for each activity line the quantity primary aluminium tests passed (tests_passed), on basis aluminium
        | is                                                                                                                                                |
        | direct emissions within the limit (1 = yes) + electricity use within the limit (1 = yes) + electricity emission factor within the limit (1 = yes) |
      And the quantity number of primary aluminium tests to be passed (tests_asked), on basis aluminium, entered
        | is | when                                               |
        | 2  | last day of the reporting year is until 2025-12-31 |
        | 3  | otherwise                                          |
      And for each activity line the quantity substantial contribution (1 = yes) (contributes)
        | is                                                                                 | when                                                                                                                                                                                                                                        | basis          |
        | 1                                                                                  | kind of activity is one of hot metal, sintered ore, coke, iron casting, high-alloy steel from electric arc furnaces, carbon steel from electric arc furnaces; emissions per tonne of product is at most emission limit of the process stage | steel          |
        | 1                                                                                  | kind of activity is high-alloy steel from electric arc furnaces; scrap share of the product is at least 70 %                                                                                                                                | scrap, losses  |
        | 1                                                                                  | kind of activity is carbon steel from electric arc furnaces; scrap share of the product is at least 90 %                                                                                                                                    | scrap, losses  |
        | 1                                                                                  | kind of activity is grey clinker; emissions per tonne of product is less than 0.722 tCO2e/t                                                                                                                                                 | cement, strict |
        | 1                                                                                  | kind of activity is grey clinker; emissions per tonne of product is at most 0.722 tCO2e/t; interpretation of the cement limits is at_most                                                                                                   | cement, strict |
        | 1                                                                                  | kind of activity is cement or binder; emissions per tonne of product is less than 0.469 tCO2e/t                                                                                                                                             | cement, strict |
        | 1                                                                                  | kind of activity is cement or binder; emissions per tonne of product is at most 0.469 tCO2e/t; interpretation of the cement limits is at_most                                                                                               | cement, strict |
        | 1                                                                                  | kind of activity is primary aluminium; primary aluminium tests passed is at least number of primary aluminium tests to be passed                                                                                                            | aluminium      |
        | 1                                                                                  | kind of activity is secondary aluminium                                                                                                                                                                                                     | recycled       |
        | 1                                                                                  | kind of activity is batteries; the batteries reduce emissions in use, or are recycled is yes                                                                                                                                                | batteries      |
        | 1                                                                                  | kind of activity is hydrogen; emissions per tonne of product is less than 3 tCO2e/t                                                                                                                                                         | hydrogen       |
        | undetermined, because this scorecard does not assess the criteria of this activity | kind of activity is another activity                                                                                                                                                                                                        | unknown        |
        | 0                                                                                  | otherwise                                                                                                                                                                                                                                   | aligned        |
      And for each activity line these results
        | result      | label                                    | is                                 | rounded to | basis   |
        | contributes | Substantial contribution (1) or none (0) | substantial contribution (1 = yes) | 0 decimals | aligned |

    Scenario Outline: Values at and just above each limit
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap share of the product | electricity per tonne of product | emission factor of the electricity | the batteries reduce emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | <kind>           | 40 EUR                   | <emissions> tCO2e/t            | 0 %                        | 0.5 MWh/t                        | 300 gCO2e/kWh                      | no                                                     | yes                               | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
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
        | cement or binder                            | 0.468999  | 1  |
        | hydrogen                                    | 2.999999  | 1  |
        | hydrogen                                    | 3         | 0  |
        | secondary aluminium                         | 9         | 1  |

    Scenario Outline: The cement limits under both interpretations
      Given the setting interpretation of the cement limits is <reading>
      And activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product |
        | E1     | <kind>           | 40 EUR                   | <emissions> tCO2e/t            |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity contributes is <is>

      Examples:
        | reading | kind             | emissions | is |
        | below   | grey clinker     | 0.722     | 0  |
        | at_most | grey clinker     | 0.722     | 1  |
        | at_most | grey clinker     | 0.722001  | 0  |
        | below   | cement or binder | 0.469     | 0  |
        | at_most | cement or binder | 0.469     | 1  |
        | at_most | cement or binder | 0.469001  | 0  |
        | at_most | coke             | 0.45      | 0  |

    Scenario: Without a chosen interpretation cement exactly at its limit is undetermined
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | grey clinker     | 40 EUR                   | 0.722 tCO2e/t                  | yes                               | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
      When evaluated as of 2027-03-01
      Then the quantity share_aligned is between 0 % and 16 %

    Scenario Outline: A scrap share may replace the emission limit
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap share of the product | electricity per tonne of product | emission factor of the electricity | the batteries reduce emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | <kind>           | 40 EUR                   | 2 tCO2e/t                      | <scrap> %                  | 0.5 MWh/t                        | 300 gCO2e/kWh                      | no                                                     | yes                               | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity contributes is <is>

      Examples:
        | kind                                        | scrap | is |
        | high-alloy steel from electric arc furnaces | 70    | 1  |
        | high-alloy steel from electric arc furnaces | 69.99 | 0  |
        | carbon steel from electric arc furnaces     | 90    | 1  |
        | carbon steel from electric arc furnaces     | 125   | 1  |
        | carbon steel from electric arc furnaces     | 89.99 | 0  |
        | hot metal                                   | 100   | 0  |

    Scenario Outline: Aluminium: two of three tests until the end of 2025, then all three
      Given year_end is <day>
      And activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap share of the product | electricity per tonne of product | emission factor of the electricity | the batteries reduce emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | <kind>           | 40 EUR                   | <emissions> tCO2e/t            | 0 %                        | <power> MWh/t                    | <carbon> gCO2e/kWh                 | no                                                     | yes                               | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
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

    Scenario Outline: Batteries contribute if they reduce emissions or are recycled
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap share of the product | electricity per tonne of product | emission factor of the electricity | the batteries reduce emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | <kind>           | 40 EUR                   | 1 tCO2e/t                      | 0 %                        | 0.5 MWh/t                        | 300 gCO2e/kWh                      | <cuts>                                                 | yes                               | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity contributes is <is>

      Examples:
        | kind         | cuts | is |
        | batteries    | yes  | 1  |
        | batteries    | no   | 0  |
        | iron casting | yes  | 0  |

    Scenario: An activity that is not assessed is undetermined, not zero
      Given activities are
        | record | kind of activity | turnover of the activity |
        | E1     | another activity | 40 EUR                   |
      When evaluated as of 2027-03-01
      Then for activity E1 the rules leave the quantity contributes undetermined
      And the conclusion is scored

  Rule: Alignment and shares
    Background:
      Given for each activity line the quantity aligned turnover (earned_aligned), in EUR, on basis aligned
        | is                       | when                                                                                                                                                                                                                                                                                                    |
        | turnover of the activity | substantial contribution (1 = yes) is 1; no significant harm to adaptation is yes; no significant harm to water is yes; no significant harm to the circular economy is yes; no significant harm through pollution is yes; no significant harm to biodiversity is yes; minimum safeguards are met is yes |
        | 0 EUR                    | otherwise                                                                                                                                                                                                                                                                                               |
      And for each activity line the quantity share of the activity in turnover (activity_share), in %, on basis small
        | is                                                 | when                             |
        | undetermined, because the company has no turnover  | turnover of the company is 0 EUR |
        | turnover of the activity / turnover of the company | otherwise                        |
      And the quantity turnover of all activities (earned_all), in EUR, the sum of turnover of the activity over activities, on basis entered
      And the quantity turnover of other activities (earned_elsewhere), in EUR, on basis others
        | is                                                   |
        | turnover of the company - turnover of all activities |
      And the quantity aligned turnover of all activities (aligned_all), in EUR, the sum of aligned turnover over activities, on basis aligned
      And the quantity aligned share of turnover (share_aligned), in %, on basis aligned
        | is                                                           | when                             |
        | undetermined, because the company has no turnover            | turnover of the company is 0 EUR |
        | aligned turnover of all activities / turnover of the company | otherwise                        |
      And for each activity line the quantity may be omitted from the report (1 = yes) (small), on basis small
        | is | when                                                |
        | 1  | share of the activity in turnover is less than 10 % |
        | 0  | otherwise                                           |
      And these gates
        | id      | gate                                                               | requires                                                      | basis   |
        | TX-SUM  | Turnover of the activities does not exceed turnover of the company | turnover of all activities is at most turnover of the company | entered |
        | TX-YEAR | The reporting year has ended                                       | last day of the reporting year is before the as-of date       | over    |
      And for each activity line these results
        | result       | label                                         | is                                       | rounded to | basis   |
        | line_aligned | Aligned turnover                              | aligned turnover                         | 2 decimals | aligned |
        | line_share   | Share of turnover                             | share of the activity in turnover        | 2 decimals | small   |
        | line_small   | May be omitted from the report (1) or not (0) | may be omitted from the report (1 = yes) | 0 decimals | small   |
      And these results
        | result         | label                            | is                           | rounded to | basis   |
        | aligned_share  | Aligned share of turnover        | aligned share of turnover    | 2 decimals | aligned |
        | other_turnover | Turnover not entered in any line | turnover of other activities | 2 decimals | others  |

    Scenario Outline: Each condition of alignment is required
      Given activities are
        | record | kind of activity    | turnover of the activity | emissions per tonne of product | scrap share of the product | electricity per tonne of product | emission factor of the electricity | the batteries reduce emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | secondary aluminium | 40 EUR                   | 1 tCO2e/t                      | 0 %                        | 0.5 MWh/t                        | 300 gCO2e/kWh                      | no                                                     | <adaptation>                      | <water>                      | <circular>                                  | <pollution>                           | <nature>                            | <safeguards>               |
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

    Scenario: An activity without contribution is not aligned
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | coke             | 40 EUR                   | 0.2 tCO2e/t                    | yes                               | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
      When evaluated as of 2027-03-01
      Then the quantity share_aligned is 0 %

    Scenario Outline: Shares of turnover and the 10 % threshold
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | scrap share of the product | electricity per tonne of product | emission factor of the electricity | the batteries reduce emissions in use, or are recycled | no significant harm to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | <kind>           | <earned> EUR             | 1 tCO2e/t                      | 0 %                        | 0.5 MWh/t                        | 300 gCO2e/kWh                      | no                                                     | yes                               | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
      When evaluated as of 2027-03-01
      Then the quantity share_aligned is <share> %
      And for activity E1 the quantity may be omitted from the report (1 = yes) is <small>
      And gate TX-SUM is <sum>

      Examples:
        | kind                | earned | share   | small | sum     |
        | secondary aluminium | 25     | 10      | 0     | met     |
        | secondary aluminium | 24.99  | 9.996   | 1     | met     |
        | secondary aluminium | 250    | 100     | 0     | met     |
        | secondary aluminium | 250.01 | 100.004 | 0     | not met |

    Scenario Outline: The reporting year must have ended; turnover not entered in any line is shown
      Given year_end is <day>
      When evaluated as of 2027-03-01
      Then gate TX-YEAR is <outcome>
      And the quantity earned_elsewhere is 210 EUR

      Examples:
        | day        | outcome |
        | 2027-02-28 | met     |
        | 2027-03-01 | not met |

  Rule: No significant harm to mitigation
    Background:
      Given for each activity line the quantity emission limit for harm to mitigation (harm_limit), in tCO2e/t, on basis harm, adapting
        | is                                                         | when                                                            |
        | 1.443 tCO2e/t                                              | kind of activity is hot metal                                   |
        | 0.242 tCO2e/t                                              | kind of activity is sintered ore                                |
        | 0.237 tCO2e/t                                              | kind of activity is coke                                        |
        | 0.39 tCO2e/t                                               | kind of activity is iron casting                                |
        | 0.36 tCO2e/t                                               | kind of activity is high-alloy steel from electric arc furnaces |
        | 0.276 tCO2e/t                                              | kind of activity is carbon steel from electric arc furnaces     |
        | undetermined, because no limit was found for this activity | otherwise                                                       |
      And for each activity line the quantity mitigation not harmed (1 = yes) (spares_mitigation), on basis harm
        | is | when                                                                            |
        | 1  | emissions per tonne of product is at most emission limit for harm to mitigation |
        | 0  | otherwise                                                                       |
      And for each activity line the quantity turnover aligned through adaptation (earned_adapting), in EUR, on basis aligned, adapting
        | is                       | when                                                                                                                                                                                                                                                                                                       |
        | turnover of the activity | contributes substantially to adaptation is yes; mitigation not harmed (1 = yes) is 1; no significant harm to water is yes; no significant harm to the circular economy is yes; no significant harm through pollution is yes; no significant harm to biodiversity is yes; minimum safeguards are met is yes |
        | 0 EUR                    | otherwise                                                                                                                                                                                                                                                                                                  |
      And the quantity turnover of all activities aligned through adaptation (adapting_all), in EUR, the sum of turnover aligned through adaptation over activities, on basis aligned, adapting
      And the quantity share of turnover aligned through adaptation (share_adapting), in %, on basis aligned, adapting
        | is                                                                              | when                             |
        | undetermined, because the company has no turnover                               | turnover of the company is 0 EUR |
        | turnover of all activities aligned through adaptation / turnover of the company | otherwise                        |
      And for each activity line these results
        | result        | label                               | is                                  | rounded to | basis    |
        | line_adapting | Turnover aligned through adaptation | turnover aligned through adaptation | 2 decimals | adapting |
      And these results
        | result         | label                                        | is                                           | rounded to | basis    |
        | adapting_share | Share of turnover aligned through adaptation | share of turnover aligned through adaptation | 2 decimals | adapting |

    Scenario Outline: TX-10: values at and just above each limit
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | contributes substantially to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | <kind>           | 40 EUR                   | <emissions> tCO2e/t            | yes                                     | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
      When evaluated as of 2027-03-01
      Then for activity E1 the quantity spares_mitigation is <is>
      And the quantity share_adapting is <share> %

      Examples:
        | kind                                        | emissions | is | share |
        | hot metal                                   | 1.443     | 1  | 16    |
        | hot metal                                   | 1.4431    | 0  | 0     |
        | sintered ore                                | 0.242     | 1  | 16    |
        | sintered ore                                | 0.2421    | 0  | 0     |
        | coke                                        | 0.237     | 1  | 16    |
        | coke                                        | 0.2371    | 0  | 0     |
        | iron casting                                | 0.390     | 1  | 16    |
        | iron casting                                | 0.3901    | 0  | 0     |
        | high-alloy steel from electric arc furnaces | 0.360     | 1  | 16    |
        | high-alloy steel from electric arc furnaces | 0.3601    | 0  | 0     |
        | carbon steel from electric arc furnaces     | 0.276     | 1  | 16    |
        | carbon steel from electric arc furnaces     | 0.2761    | 0  | 0     |

    Scenario Outline: Each condition of alignment through adaptation is required
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | contributes substantially to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | coke             | 40 EUR                   | 0.1 tCO2e/t                    | <adapts>                                | <water>                      | <circular>                                  | <pollution>                           | <nature>                            | <safeguards>               |
      When evaluated as of 2027-03-01
      Then the quantity share_adapting is <share> %

      Examples:
        | adapts | water | circular | pollution | nature | safeguards | share |
        | yes    | yes   | yes      | yes       | yes    | yes        | 16    |
        | no     | yes   | yes      | yes       | yes    | yes        | 0     |
        | yes    | no    | yes      | yes       | yes    | yes        | 0     |
        | yes    | yes   | no       | yes       | yes    | yes        | 0     |
        | yes    | yes   | yes      | no        | yes    | yes        | 0     |
        | yes    | yes   | yes      | yes       | no     | yes        | 0     |
        | yes    | yes   | yes      | yes       | yes    | no         | 0     |

    Scenario: No limit of harm to mitigation was found for cement
      Given activities are
        | record | kind of activity | turnover of the activity | emissions per tonne of product | contributes substantially to adaptation | no significant harm to water | no significant harm to the circular economy | no significant harm through pollution | no significant harm to biodiversity | minimum safeguards are met |
        | E1     | cement or binder | 40 EUR                   | 0.4 tCO2e/t                    | yes                                     | yes                          | yes                                         | yes                                   | yes                                 | yes                        |
      When evaluated as of 2027-03-01
      Then for activity E1 the rules leave the quantity harm_limit undetermined
      And the conclusion is scored

    Scenario: Without turnover of the company the share aligned through adaptation is undetermined
      Given turnover is 0 EUR
      When evaluated as of 2027-03-01
      Then the rules leave the quantity share_adapting undetermined
