# language: en
Feature: Requirements of each programme

  Background:
    Given the scorecard near-zero-factory

  Rule: Another programme
    Background:
      Given these gates
        | id   | gate                                  | requires                                           | applies when                   | basis  |
        | NZ-0 | Requirements of another programme met | requirements of the other programme are met is yes | programme is another programme | unread |

    Scenario Outline: Another programme is undetermined until its requirements are declared
      Given programme is another programme
      And terms is <met>
      When evaluated as of 2026-12-01
      Then gate NZ-0 is <outcome>

      Examples:
        | met     | outcome      |
        | yes     | met          |
        | no      | not met      |
        | missing | undetermined |

    Scenario Outline: The gates of one programme do not apply to another
      Given programme is <programme>
      When evaluated as of 2026-12-01
      Then gate NZ-0 is not applicable
      And gate NZ-S1 is <suzhou>
      And gate NZ-S2 is <suzhou>
      And gate NZ-S3 is <suzhou>
      And gate NZ-S4 is <suzhou>
      And gate NZ-S5 is <suzhou>
      And gate NZ-S6 is <suzhou>
      And gate NZ-J1 is <jiangsu>
      And gate NZ-J2 is <jiangsu>
      And gate NZ-J3 is <jiangsu>
      And gate NZ-J4 is <jiangsu>
      And gate NZ-J5 is <jiangsu>
      And gate NZ-Z1 is <zhejiang>
      And gate NZ-Z2 is <zhejiang>
      And gate NZ-Z3 is <zhejiang>
      And gate NZ-Z4 is <zhejiang>

      Examples:
        | programme | suzhou         | jiangsu        | zhejiang       |
        | Suzhou    | met            | not applicable | not applicable |
        | Jiangsu   | not applicable | met            | not applicable |
        | Zhejiang  | not applicable | not applicable | met            |

  Rule: Suzhou
    Background:
      Given the quantity offset share of emissions (share_offset), in %
        | is                                                   | when                             | basis  |
        | 100 %                                                | emissions of the year is 0 tCO2e | none   |
        | min(emissions offset / emissions of the year, 100 %) | otherwise                        | suzhou |
      And the quantity intensity (intensity), in tCO2e/t, on basis fall
        | is                                         |
        | emissions of the year / output of the year |
      And the quantity intensity of the year before (intensity_before), in tCO2e/t, on basis fall
        | is                                                       |
        | emissions of the year before / output of the year before |
      And the quantity intensity two years before (intensity_first), in tCO2e/t, on basis fall
        | is                                                   |
        | emissions two years before / output two years before |
      And these conditions
        | condition       | label                                    | holds when                                                                                                                            | basis        |
        | enough          | enough emissions are offset              | offset share of emissions is at least 80 %                                                                                            | suzhou       |
        | enough          |                                          | meaning of in principle is with_exception; the city has granted an exception is yes                                                   | principle    |
        | falls_tonnes    | emissions in tonnes fall for three years | emissions of the year is less than emissions of the year before; emissions of the year before is less than emissions two years before | suzhou, fall |
        | falls_intensity | intensity falls for three years          | intensity is less than intensity of the year before; intensity of the year before is less than intensity two years before             | suzhou, fall |
        | falls           | emissions fall for three years           | emissions in tonnes fall for three years holds; intensity falls for three years holds                                                 | suzhou       |
        | falls           |                                          | basis of the emission decrease is tonnes; emissions in tonnes fall for three years holds                                              | fall         |
        | falls           |                                          | basis of the emission decrease is intensity; intensity falls for three years holds                                                    | fall         |
      And these gates
        | id    | gate                                                         | requires                                              | applies when        | basis             |
        | NZ-S0 | Offsets do not exceed emissions                              | emissions offset is at most emissions of the year     | programme is Suzhou | parts             |
        | NZ-S1 | Management systems certified                                 | management systems are certified is yes               | programme is Suzhou | suzhou            |
        | NZ-S2 | 80 % of emissions are offset in principle                    | enough emissions are offset holds                     | programme is Suzhou | suzhou, principle |
        | NZ-S3 | The factory has a national or provincial green factory title | title of green factory is one of national, provincial | programme is Suzhou | suzhou            |
        | NZ-S4 | Emissions fall for three years                               | emissions fall for three years holds                  | programme is Suzhou | suzhou, fall      |
        | NZ-S5 | The factory is listed for cultivation (as a candidate)       | the factory is on the cultivation list is yes         | programme is Suzhou | suzhou            |
        | NZ-S6 | A third-party report is issued                               | third-party report issued is yes                      | programme is Suzhou | suzhou            |
      And these results
        | result       | label                     | is                        | rounded to | basis  |
        | offset_share | Offset share of emissions | offset share of emissions | 2 decimals | suzhou |

    Scenario Outline: 80 % offset and the two meanings of in principle
      Given the setting meaning of in principle is <reading>
      And emitted is <emitted> tCO2e
      And emitted_before is 1100 tCO2e
      And offset is <offset> tCO2e
      And excepted is <excepted>
      When evaluated as of 2026-12-01
      Then gate NZ-S2 is <outcome>
      And the quantity share_offset is <share> %

      Examples:
        | reading        | emitted | offset | excepted | outcome | share |
        | limit          | 1000    | 800    | no       | met     | 80    |
        | limit          | 1000    | 799.9  | no       | not met | 79.99 |
        | limit          | 1000    | 799.9  | yes      | not met | 79.99 |
        | with_exception | 1000    | 799.9  | yes      | met     | 79.99 |
        | with_exception | 1000    | 799.9  | no       | not met | 79.99 |
        | limit          | 0       | 0      | no       | met     | 100   |
        | limit          | 1000    | 1000   | no       | met     | 100   |

    Scenario Outline: Offsets must not exceed emissions
      Given programme is <programme>
      And offset is <offset> tCO2e
      And offset_12 is <offset_12> tCO2e
      When evaluated as of 2026-12-01
      Then gate NZ-S0 is <suzhou>
      And gate NZ-J0 is <jiangsu>
      And the conclusion is <conclusion>

      Examples:
        | programme | offset | offset_12 | suzhou         | jiangsu        | conclusion  |
        | Suzhou    | 1000   | 600       | met            | not applicable | scored      |
        | Suzhou    | 1001   | 600       | not met        | not applicable | gate failed |
        | Jiangsu   | 1001   | 600       | not applicable | met            | scored      |
        | Jiangsu   | 1000   | 600.01    | not applicable | not met        | gate failed |
        | Zhejiang  | 1001   | 600.01    | not applicable | not applicable | scored      |

    Scenario Outline: Categories 1 and 2 must not exceed all emissions
      Given emitted_12 is <part> tCO2e
      When evaluated as of 2026-12-01
      Then <told>

      Examples:
        | part | told                                       |
        | 1000 | no finding NZ-12.PART is raised            |
        | 1001 | a major nonconformity NZ-12.PART is raised |

    Scenario: Without a chosen meaning, an exception leaves the result undetermined
      Given offset is 0 tCO2e
      And excepted is yes
      When evaluated as of 2026-12-01
      Then gate NZ-S2 is undetermined

    Scenario Outline: Decrease in tonnes or per unit of output
      Given the setting basis of the emission decrease is <reading>
      And emitted is <third> tCO2e
      And emitted_before is <second> tCO2e
      And emitted_first is <first> tCO2e
      And output is <output> t
      And output_before is <before> t
      When evaluated as of 2026-12-01
      Then gate NZ-S4 is <outcome>

      Examples:
        | reading   | first | second | third | before | output | outcome |
        | tonnes    | 1200  | 1100   | 1000  | 100    | 100    | met     |
        | tonnes    | 1200  | 1100   | 1000  | 100    | 50     | met     |
        | tonnes    | 1200  | 1100   | 1100  | 100    | 200    | not met |
        | tonnes    | 1200  | 1200   | 1000  | 110    | 200    | not met |
        | intensity | 1200  | 1200   | 1200  | 110    | 120    | met     |
        | intensity | 1200  | 1200   | 1200  | 110    | 110    | not met |
        | intensity | 1200  | 1200   | 1000  | 100    | 100    | not met |
        | intensity | 1200  | 1100   | 1000  | 100    | 50     | not met |

    Scenario: Different results of the interpretations are undetermined
      Given emitted is 1100 tCO2e
      And output is 200 t
      When evaluated as of 2026-12-01
      Then gate NZ-S4 is undetermined

    Scenario Outline: Other requirements of Suzhou
      Given <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | change            | gate  | outcome |
        | systems is no     | NZ-S1 | not met |
        | title is no title | NZ-S3 | not met |
        | title is national | NZ-S3 | met     |
        | listed is no      | NZ-S5 | not met |
        | reported is no    | NZ-S6 | not met |

  Rule: Jiangsu
    Background:
      Given the quantity offset share of categories 1 and 2 (share_12), in %
        | is                                                                                   | when                                       | basis   |
        | 100 %                                                                                | emissions of categories 1 and 2 is 0 tCO2e | none    |
        | min(emissions of categories 1 and 2 offset / emissions of categories 1 and 2, 100 %) | otherwise                                  | jiangsu |
      And these gates
        | id    | gate                                                        | requires                                                                          | applies when         | basis   |
        | NZ-J0 | Offsets of categories 1 and 2 do not exceed their emissions | emissions of categories 1 and 2 offset is at most emissions of categories 1 and 2 | programme is Jiangsu | parts   |
        | NZ-J1 | Provincial green factory                                    | title of green factory is one of national, provincial                             | programme is Jiangsu | jiangsu |
        | NZ-J2 | Emissions of categories 1 and 2 are fully offset            | offset share of categories 1 and 2 is 100 %                                       | programme is Jiangsu | jiangsu |
        | NZ-J3 | Energy use at the advanced or benchmark value               | energy use reaches the advanced or benchmark value is yes                         | programme is Jiangsu | jiangsu |
        | NZ-J4 | Clean record for three years                                | no legal breach in three years is yes                                             | programme is Jiangsu | jiangsu |
        | NZ-J5 | Management organisation established                         | management organisation established is yes                                        | programme is Jiangsu | jiangsu |
      And these findings
        | code       | finding                                 | when                                                               | severity | basis |
        | NZ-12.PART | Categories 1 and 2 exceed all emissions | emissions of categories 1 and 2 is more than emissions of the year | major    | parts |
      And these results
        | result          | label                              | is                                 | rounded to | basis   |
        | offset_share_12 | Offset share of categories 1 and 2 | offset share of categories 1 and 2 | 2 decimals | jiangsu |

    Scenario Outline: Requirements of Jiangsu
      Given programme is Jiangsu
      And <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>

      Examples:
        | change                    | gate  | outcome |
        | title is no title         | NZ-J1 | not met |
        | title is national         | NZ-J1 | met     |
        | offset_12 is 599.99 tCO2e | NZ-J2 | not met |
        | offset_12 is 700 tCO2e    | NZ-J2 | met     |
        | energy is no              | NZ-J3 | not met |
        | clean is no               | NZ-J4 | not met |
        | managed is no             | NZ-J5 | not met |

    Scenario: Without emissions in categories 1 and 2 the offset is complete
      Given programme is Jiangsu
      And emitted_12 is 0 tCO2e
      And offset_12 is 0 tCO2e
      When evaluated as of 2026-12-01
      Then gate NZ-J2 is met

  Rule: Zhejiang
    Background:
      Given these gates
        | id    | gate                                                              | requires                                                  | applies when          | basis    |
        | NZ-Z1 | Green factory                                                     | title of green factory is one of national, provincial     | programme is Zhejiang | zhejiang |
        | NZ-Z2 | Energy use reaches the advanced value                             | energy use reaches the advanced or benchmark value is yes | programme is Zhejiang | zhejiang |
        | NZ-Z3 | Clean record for three years in Zhejiang                          | no legal breach in three years is yes                     | programme is Zhejiang | zhejiang |
        | NZ-Z4 | The points required on the six first-level indicators are reached | points required by Zhejiang are reached is yes            | programme is Zhejiang | zhejiang |

    Scenario Outline: Reported gates of Zhejiang, and missing points
      Given programme is Zhejiang
      And <change>
      When evaluated as of 2026-12-01
      Then gate <gate> is <outcome>
      And the conclusion is <conclusion>

      Examples:
        | change            | gate  | outcome      | conclusion  |
        | title is no title | NZ-Z1 | not met      | gate failed |
        | title is national | NZ-Z1 | met          | scored      |
        | energy is no      | NZ-Z2 | not met      | gate failed |
        | clean is no       | NZ-Z3 | not met      | gate failed |
        | points is no      | NZ-Z4 | not met      | gate failed |
        | points is missing | NZ-Z4 | undetermined | incomplete  |
