# language: en
Feature: Near-zero-carbon factories of provinces and cities
  Whether a factory meets what is reported of the programmes of Suzhou, Jiangsu and Zhejiang; of others no criteria were found.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                |
      | id              | near-zero-factory                                                                                                                                    |
      | version         | 2.0.0                                                                                                                                                |
      | supersedes      | 1.0.0                                                                                                                                                |
      | title           | Near-zero-carbon factory of a province or city                                                                                                       |
      | subject         | factory                                                                                                                                              |
      | attestation     | self-assessment                                                                                                                                      |
      | time zone       | Asia/Shanghai                                                                                                                                        |
      | effective from  | 2026-11-23                                                                                                                                           |
      | rounding        | half-even, 2 decimals                                                                                                                                |
      | not applicable  | refuse                                                                                                                                               |
      | does not assess | papers behind what is declared: certificates of the systems, the title of green factory, the report of the third party, cancellations, energy audits |
      | does not assess | the measures themselves, which were not read, and rewards                                                                                            |
      | does not assess | points of Zhejiang's six headings, which were not found                                                                                              |
      | does not assess | the programmes of the ministries and of T/CECA-G 0171, which have cards of their own                                                                 |
    And these bases
      | basis     | instrument                                            | clause | certainty   | note                                                                                                                                                                                                                  |
      | suzhou    | Suzhou measures on near-zero-carbon factories (trial) | -      | secondary   | Of May 2022 (S002 L1747): management systems, in principle 80 % of the emissions of the year offset, national or provincial green factory, emissions that fall three years, on the list, report of a third party.     |
      | principle | near-zero-factory                                     | -      | own reading | In principle may mean a limit, or a limit from which the city may except; both readings are told.                                                                                                                     |
      | fall      | near-zero-factory                                     | -      | own reading | Falling is strict, over three years; whether in tonnes or for each unit of output is not told, so both readings are.                                                                                                  |
      | jiangsu   | Jiangsu near-zero-carbon factories                    | -      | secondary   | Of 2026, by one report: provincial green factory, all of categories 1 and 2 offset, energy at the advanced or benchmark value, clean record of three years, a body that manages it. A national title is taken as one. |
      | zhejiang  | Zhejiang guide of 2023                                | -      | secondary   | Green factory, advanced energy value, clean record of three years; six headings whose points were not found: whoever has them says whether they are reached.                                                          |
      | unread    | near-zero-factory                                     | -      | own reading | Of Lianyungang, Leqing, Hefei, Shanghai, Changzhou and others the documents tell rewards and numbers alone: whoever has read the terms of one says whether they are met, and until then nothing is concluded.         |
      | none      | near-zero-factory                                     | -      | own reading | The standards do not say how to treat a year without emissions. We count it as fully offset, 100 %.                                                                                                                   |
      | parts     | near-zero-factory                                     | -      | own reading | What is offset is a part of what was emitted, and categories 1 and 2 are a part of all emissions. Credits cancelled beyond the emissions of the year offset none of them and are not entered.                         |
    And these settings
      | setting      | label                   | one of                | meaning                               |
      | in_principle | reading of in principle | limit, with_exception | whether the city may except from 80 % |
      | falling      | reading of falling      | tonnes, intensity     | what falls three years                |
    And these facts
      | fact           | label                                         | type   | unit  | one of                             | at least | given |
      | programme      | programme                                     | choice |       | suzhou, jiangsu, zhejiang, another |          | yes   |
      | title          | title of green factory                        | choice |       | national, provincial, none         |          |       |
      | systems        | management systems are certified              | flag   |       |                                    |          |       |
      | emitted        | emissions of the year                         | number | tCO2e |                                    | 0        |       |
      | offset         | emissions offset                              | number | tCO2e |                                    | 0        |       |
      | excepted       | the city has made an exception                | flag   |       |                                    |          |       |
      | emitted_12     | emissions of categories 1 and 2               | number | tCO2e |                                    | 0        |       |
      | offset_12      | emissions of categories 1 and 2 offset        | number | tCO2e |                                    | 0        |       |
      | emitted_before | emissions of the year before                  | number | tCO2e |                                    | 0        |       |
      | emitted_first  | emissions two years before                    | number | tCO2e |                                    | 0        |       |
      | output         | output of the year                            | number | t     |                                    | 0.001    |       |
      | output_before  | output of the year before                     | number | t     |                                    | 0.001    |       |
      | output_first   | output two years before                       | number | t     |                                    | 0.001    |       |
      | listed         | the factory is on the list                    | flag   |       |                                    |          |       |
      | reported       | a third party has reported                    | flag   |       |                                    |          |       |
      | energy         | energy is at the advanced or benchmark value  | flag   |       |                                    |          |       |
      | clean          | no breach in three years                      | flag   |       |                                    |          |       |
      | managed        | a body manages it                             | flag   |       |                                    |          |       |
      | points         | the points that Zhejiang asks for are reached | flag   |       |                                    |          |       |
      | terms          | the terms of the other programme are met      | flag   |       |                                    |          |       |
    And the choices of programme
      | value    | words             |
      | suzhou   | Suzhou            |
      | jiangsu  | Jiangsu           |
      | zhejiang | Zhejiang          |
      | another  | another programme |
    And the choices of title of green factory
      | value      | words      |
      | national   | national   |
      | provincial | provincial |
      | none       | no title   |
    And this reference case
      | fact                                          | value      |
      | programme                                     | Suzhou     |
      | title of green factory                        | provincial |
      | management systems are certified              | yes        |
      | emissions of the year                         | 1000 tCO2e |
      | emissions offset                              | 800 tCO2e  |
      | the city has made an exception                | no         |
      | emissions of categories 1 and 2               | 600 tCO2e  |
      | emissions of categories 1 and 2 offset        | 600 tCO2e  |
      | emissions of the year before                  | 1100 tCO2e |
      | emissions two years before                    | 1200 tCO2e |
      | output of the year                            | 100 t      |
      | output of the year before                     | 100 t      |
      | output two years before                       | 100 t      |
      | the factory is on the list                    | yes        |
      | a third party has reported                    | yes        |
      | energy is at the advanced or benchmark value  | yes        |
      | no breach in three years                      | yes        |
      | a body manages it                             | yes        |
      | the points that Zhejiang asks for are reached | yes        |
      | the terms of the other programme are met      | yes        |

  Rule: A factory at the limits

    Scenario: it is near zero in Suzhou
      When evaluated as of 2026-12-01
      Then gate NZ-S2 is met
      And gate NZ-S4 is met
      And the conclusion is scored
