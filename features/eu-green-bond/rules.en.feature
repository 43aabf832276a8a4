# language: en
Feature: Use of the proceeds, and papers

  Background:
    Given the scorecard eu-green-bond

  Rule: Use of the proceeds
    Background:
      Given these conditions
        | condition | label                                 | holds when                      | basis |
        | named     | the name is used under the regulation | day of issue is from 2024-12-21 | scope |
      And the quantity proceeds told (told), in EUR, on basis whole
        | is                                                                       |
        | proceeds in aligned activities + proceeds in activities without criteria |
      And the quantity proceeds in neither (rest), in EUR, on basis unused
        | is                                   |
        | proceeds of the bond - proceeds told |
      And the quantity share in aligned activities (aligned_share), in %, on basis aligned
        | is                                                                |
        | min(proceeds in aligned activities / proceeds of the bond, 100 %) |
      And the quantity share in activities without criteria (pocket_share), in %, on basis pocket
        | is                                                                         |
        | min(proceeds in activities without criteria / proceeds of the bond, 100 %) |
      And these gates
        | id        | gate                                    | requires                                             | applies when                                                                   | basis   |
        | GB-ISSUED | The bond is issued                      | day of issue is until the as-of date                 | the name is used under the regulation holds                                    | come    |
        | GB-SUM    | Both are parts of the proceeds          | proceeds told is at most proceeds of the bond        | the name is used under the regulation holds                                    | whole   |
        | GB-ALL    | All that is allocated is in one of both | proceeds told is at least proceeds of the bond       | the name is used under the regulation holds; all proceeds are allocated is yes | unused  |
        | GB-REST   | A rest is left until all is allocated   | proceeds told is less than proceeds of the bond      | the name is used under the regulation holds; all proceeds are allocated is no  | unused  |
        | GB-01     | At least 85 % in aligned activities     | share in aligned activities is at least 85 %         | the name is used under the regulation holds                                    | aligned |
        | GB-02     | At most 15 % without criteria           | share in activities without criteria is at most 15 % | the name is used under the regulation holds                                    | pocket  |
      And these results
        | result        | label                                | is                                   | rounded to | basis   |
        | share_aligned | Share in aligned activities          | share in aligned activities          | 2 decimals | aligned |
        | share_pocket  | Share in activities without criteria | share in activities without criteria | 2 decimals | pocket  |
        | rest          | Proceeds in neither                  | proceeds in neither                  | 2 decimals | unused  |

    Scenario Outline: both limits
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

    Scenario Outline: nothing is nowhere
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

    Scenario: fifteen per cent nowhere is not scored
      Given pocket is 0 EUR
      When evaluated as of 2026-12-01
      Then the conclusion is gate failed

    Scenario Outline: a bond that is not issued yet
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

    Scenario: no share is more than the whole
      Given aligned is 100000001 EUR
      And pocket is 100000001 EUR
      When evaluated as of 2026-12-01
      Then the quantity aligned_share is 100 %
      And the quantity pocket_share is 100 %
      And gate GB-SUM is not met

  Rule: Papers
    Background:
      Given these gates
        | id      | gate                        | requires                                            | applies when                                                                                 | basis       |
        | GB-03-F | The factsheet is published  | the factsheet is published is yes                   | the name is used under the regulation holds                                                  | papers      |
        | GB-03-R | Reviewed before the issue   | it was reviewed before the issue is yes             | the name is used under the regulation holds                                                  | papers      |
        | GB-03-A | Yearly report on allocation | the yearly report on allocation is published is yes | the name is used under the regulation holds; the as-of date is from day of issue plus 1 year | papers, due |
        | GB-03-I | Report on impact            | the report on impact is published is yes            | the name is used under the regulation holds; all proceeds are allocated is yes               | papers, due |

    Scenario Outline: each paper
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
