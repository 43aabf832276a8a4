# language: en
Feature: Use of the proceeds and documents

  Background:
    Given the scorecard eu-green-bond

  Rule: Use of the proceeds
    Background:
      Given these conditions
        | condition | label                              | holds when                       | basis |
        | named     | the regulation applies to the bond | date of issue is from 2024-12-21 | scope |
      And the quantity total proceeds of both categories (told), in EUR, on basis whole
        | is                                                                                            |
        | proceeds used for aligned activities + proceeds used for activities without taxonomy criteria |
      And the quantity proceeds in neither category (rest), in EUR, on basis unused
        | is                                                       |
        | proceeds of the bond - total proceeds of both categories |
      And the quantity share of proceeds in aligned activities (aligned_share), in %, on basis aligned
        | is                                                                      |
        | min(proceeds used for aligned activities / proceeds of the bond, 100 %) |
      And the quantity share of proceeds in activities without taxonomy criteria (pocket_share), in %, on basis pocket
        | is                                                                                        |
        | min(proceeds used for activities without taxonomy criteria / proceeds of the bond, 100 %) |
      And these gates
        | id        | gate                                                                       | requires                                                                  | applies when                                                                | basis   |
        | GB-ISSUED | The bond is issued by the as-of date                                       | date of issue is until the as-of date                                     | the regulation applies to the bond holds                                    | come    |
        | GB-SUM    | Both categories together do not exceed the proceeds                        | total proceeds of both categories is at most proceeds of the bond         | the regulation applies to the bond holds                                    | whole   |
        | GB-ALL    | Fully allocated proceeds are all in the two categories                     | total proceeds of both categories is at least proceeds of the bond        | the regulation applies to the bond holds; all proceeds are allocated is yes | unused  |
        | GB-REST   | A remainder is left until all proceeds are allocated                       | total proceeds of both categories is less than proceeds of the bond       | the regulation applies to the bond holds; all proceeds are allocated is no  | unused  |
        | GB-01     | At least 85 % of the proceeds used for aligned activities                  | share of proceeds in aligned activities is at least 85 %                  | the regulation applies to the bond holds                                    | aligned |
        | GB-02     | At most 15 % of the proceeds used for activities without taxonomy criteria | share of proceeds in activities without taxonomy criteria is at most 15 % | the regulation applies to the bond holds                                    | pocket  |
      And these results
        | result        | label                                         | is                                                        | rounded to | basis   |
        | share_aligned | Share in aligned activities                   | share of proceeds in aligned activities                   | 2 decimals | aligned |
        | share_pocket  | Share in activities without taxonomy criteria | share of proceeds in activities without taxonomy criteria | 2 decimals | pocket  |
        | rest          | Proceeds in neither category                  | proceeds in neither category                              | 2 decimals | unused  |

    Scenario Outline: Both limits: 85 % and 15 %
      Given issued_on is <day>
      And aligned is <aligned> EUR
      And pocket is <pocket> EUR
      When evaluated as of 2026-12-01
      Then gate GB-01 is <enough>
      And gate GB-02 is <little>
      And gate GB-SUM is <sum>

      Examples:
        | day        | aligned     | pocket      | enough         | little         | sum            |
        | 2024-12-21 | 85000000    | 15000000    | met            | met            | met            |
        | 2024-12-20 | 0           | 100000000   | not applicable | not applicable | not applicable |
        | 2025-03-01 | 84999999.99 | 15000000    | not met        | met            | met            |
        | 2025-03-01 | 85000000    | 15000000.01 | met            | not met        | not met        |
        | 2025-03-01 | 84000000    | 15000001    | not met        | not met        | met            |
        | 2025-03-01 | 100000000   | 0           | met            | met            | met            |
        | 2025-03-01 | 100000000   | 0.01        | met            | met            | not met        |

    Scenario Outline: Allocated proceeds are all in the two categories
      Given aligned is <aligned> EUR
      And pocket is <pocket> EUR
      And allocated is <allocated>
      When evaluated as of 2026-12-01
      Then the quantity rest is <rest> EUR
      And gate GB-ALL is <all>
      And gate GB-REST is <left>

      Examples:
        | aligned  | pocket      | allocated | rest     | all            | left           |
        | 85000000 | 0           | yes       | 15000000 | not met        | not applicable |
        | 85000000 | 14999999.99 | yes       | 0.01     | not met        | not applicable |
        | 85000000 | 15000000    | yes       | 0        | met            | not applicable |
        | 85000000 | 15000000    | no        | 0        | not applicable | not met        |
        | 85000000 | 14999999.99 | no        | 0.01     | not applicable | met            |

    Scenario: 15 % of the proceeds in neither category fail the assessment
      Given pocket is 0 EUR
      When evaluated as of 2026-12-01
      Then the conclusion is gate failed

    Scenario Outline: Bond not yet issued
      Given issued_on is <day>
      And allocated is <allocated>
      When evaluated as of 2026-12-01
      Then gate GB-ISSUED is <issued>
      And gate GB-ALL is <all>
      And gate GB-REST is <left>

      Examples:
        | day        | allocated | issued         | all            | left           |
        | 2026-12-01 | yes       | met            | met            | not applicable |
        | 2026-12-02 | yes       | not met        | met            | not applicable |
        | 2024-12-20 | yes       | not applicable | not applicable | not applicable |
        | 2024-12-20 | no        | not applicable | not applicable | not applicable |

    Scenario: No share exceeds 100 %
      Given aligned is 100000001 EUR
      And pocket is 100000001 EUR
      When evaluated as of 2026-12-01
      Then the quantity aligned_share is 100 %
      And the quantity pocket_share is 100 %
      And gate GB-SUM is not met

  Rule: Documents
    Background:
      Given these gates
        | id      | gate                                                        | requires                                           | applies when                                                                               | basis       |
        | GB-03-F | The factsheet is published                                  | the factsheet is published is yes                  | the regulation applies to the bond holds                                                   | papers      |
        | GB-03-R | Factsheet reviewed before the issue                         | the factsheet was reviewed before the issue is yes | the regulation applies to the bond holds                                                   | papers      |
        | GB-03-A | Yearly allocation report published one year after the issue | the yearly allocation report is published is yes   | the regulation applies to the bond holds; the as-of date is from date of issue plus 1 year | papers, due |
        | GB-03-I | Impact report published after full allocation               | the impact report is published is yes              | the regulation applies to the bond holds; all proceeds are allocated is yes                | papers, due |

    Scenario Outline: Each document separately
      Given issued_on is <day>
      And <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | day        | change            | gate    | outcome        |
        | 2025-03-01 | factsheet is no   | GB-03-F | not met        |
        | 2024-12-20 | factsheet is no   | GB-03-F | not applicable |
        | 2025-03-01 | reviewed is no    | GB-03-R | not met        |
        | 2024-12-20 | reviewed is no    | GB-03-R | not applicable |
        | 2025-12-01 | allocation is no  | GB-03-A | not met        |
        | 2025-12-02 | allocation is no  | GB-03-A | not applicable |
        | 2025-12-01 | allocation is yes | GB-03-A | met            |
        | 2024-12-20 | allocation is no  | GB-03-A | not applicable |
        | 2025-03-01 | impact is no      | GB-03-I | not met        |
        | 2025-03-01 | impact is yes     | GB-03-I | met            |
        | 2024-12-20 | impact is no      | GB-03-I | not applicable |
        | 2025-03-01 | allocated is no   | GB-03-I | not applicable |
