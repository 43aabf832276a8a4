# language: en
Feature: Near-zero-carbon factories of provinces and cities
  Whether a factory meets the reported requirements of Suzhou, Jiangsu and Zhejiang. No criteria of other programmes were found.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                  |
      | id              | near-zero-factory                                                                                                                      |
      | version         | 1.0.0                                                                                                                                  |
      | title           | Near-zero-carbon factory of a province or city                                                                                         |
      | subject         | factory                                                                                                                                |
      | attestation     | self-assessment                                                                                                                        |
      | time zone       | Asia/Shanghai                                                                                                                          |
      | effective from  | 2026-11-23                                                                                                                             |
      | rounding        | half-even, 2 decimals                                                                                                                  |
      | not applicable  | refuse                                                                                                                                 |
      | does not assess | documents that support the declared facts (system certificates, green factory title, third-party report, cancellations, energy audits) |
      | does not assess | the text of the measures, which was not read, and rewards                                                                              |
      | does not assess | points of the six first-level indicators of Zhejiang, which were not found                                                             |
      | does not assess | the zero-carbon factories of the ministries and of T/CECA-G 0171, which have their own scorecards                                      |
    And these bases
      | basis     | instrument                                            | clause | certainty   | note                                                                                                                                                                                                                                                                                                                                                     |
      | suzhou    | Suzhou measures on near-zero-carbon factories (trial) | -      | secondary   | The Suzhou measures of May 2022 require certified management systems, a green factory title (national or provincial) and emissions that fall for three years. In principle, 80 % of annual emissions must be offset. The factory must also be on the cultivation list (list of candidates) and have a third-party report. Reported by secondary sources. |
      | principle | near-zero-factory                                     | -      | own reading | Suzhou requires "in principle" that a factory offsets 80 % of its annual emissions. This may be a strict limit or a limit from which the city may grant exceptions; a setting selects one. If no interpretation is selected and the two lead to different results, the result is undetermined.                                                           |
      | fall      | near-zero-factory                                     | -      | own reading | Suzhou requires emissions that fall for three years. The report does not state whether this means emissions in tonnes or per unit of output; a setting selects the interpretation. We require that each year is strictly below the year before.                                                                                                          |
      | jiangsu   | Jiangsu near-zero-carbon factories                    | -      | secondary   | In 2026, Jiangsu requires a provincial green factory title and full offset of categories 1 and 2 (direct emissions and purchased energy). It also requires energy use at the advanced or benchmark value, no legal breach in three years, and a management organisation. Reported by one source. We also accept the national green factory title.        |
      | zhejiang  | Zhejiang guide of 2023                                | -      | secondary   | Zhejiang requires a green factory title, energy use at the advanced value, no legal breach in three years, and enough points on six first-level indicators. The number of points was not found, so the applicant declares whether it is reached. Reported by secondary sources.                                                                          |
      | unread    | near-zero-factory                                     | -      | own reading | For Lianyungang, Yueqing, Hefei, Shanghai, Changzhou and other places, the documents read name only the rewards and the number of factories, not the requirements. We accept a declaration by an applicant who has read the requirements. Without such a declaration the result is undetermined.                                                         |
      | none      | near-zero-factory                                     | -      | own reading | The offset share is the offset divided by emissions. It is not defined for a factory without emissions in the year, and the sources do not state how to treat this case. We use 100 %, so the offset requirement is met.                                                                                                                                 |
      | parts     | near-zero-factory                                     | -      | own reading | We require that the offset entered does not exceed the emissions of the year, because credits cancelled beyond these emissions offset nothing. We also require that the emissions of categories 1 and 2 do not exceed all emissions of the factory.                                                                                                      |
    And these settings
      | setting      | label                          | one of                | meaning                                                                                     |
      | in_principle | meaning of in principle        | limit, with_exception | Whether Suzhou may grant exceptions from the requirement to offset 80 % of annual emissions |
      | falling      | basis of the emission decrease | tonnes, intensity     | Whether tonnes or emissions per unit of output must fall for three years                    |
    And these facts
      | fact           | label                                              | type   | unit  | one of                             | at least | given |
      | programme      | programme                                          | choice |       | suzhou, jiangsu, zhejiang, another |          | yes   |
      | title          | title of green factory                             | choice |       | national, provincial, none         |          |       |
      | systems        | management systems are certified                   | flag   |       |                                    |          |       |
      | emitted        | emissions of the year                              | number | tCO2e |                                    | 0        |       |
      | offset         | emissions offset                                   | number | tCO2e |                                    | 0        |       |
      | excepted       | the city has granted an exception                  | flag   |       |                                    |          |       |
      | emitted_12     | emissions of categories 1 and 2                    | number | tCO2e |                                    | 0        |       |
      | offset_12      | emissions of categories 1 and 2 offset             | number | tCO2e |                                    | 0        |       |
      | emitted_before | emissions of the year before                       | number | tCO2e |                                    | 0        |       |
      | emitted_first  | emissions two years before                         | number | tCO2e |                                    | 0        |       |
      | output         | output of the year                                 | number | t     |                                    | 0.001    |       |
      | output_before  | output of the year before                          | number | t     |                                    | 0.001    |       |
      | output_first   | output two years before                            | number | t     |                                    | 0.001    |       |
      | listed         | the factory is on the cultivation list             | flag   |       |                                    |          |       |
      | reported       | third-party report issued                          | flag   |       |                                    |          |       |
      | energy         | energy use reaches the advanced or benchmark value | flag   |       |                                    |          |       |
      | clean          | no legal breach in three years                     | flag   |       |                                    |          |       |
      | managed        | management organisation established                | flag   |       |                                    |          |       |
      | points         | points required by Zhejiang are reached            | flag   |       |                                    |          |       |
      | terms          | requirements of the other programme are met        | flag   |       |                                    |          |       |
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
      | fact                                               | value      |
      | programme                                          | Suzhou     |
      | title of green factory                             | provincial |
      | management systems are certified                   | yes        |
      | emissions of the year                              | 1000 tCO2e |
      | emissions offset                                   | 800 tCO2e  |
      | the city has granted an exception                  | no         |
      | emissions of categories 1 and 2                    | 600 tCO2e  |
      | emissions of categories 1 and 2 offset             | 600 tCO2e  |
      | emissions of the year before                       | 1100 tCO2e |
      | emissions two years before                         | 1200 tCO2e |
      | output of the year                                 | 100 t      |
      | output of the year before                          | 100 t      |
      | output two years before                            | 100 t      |
      | the factory is on the cultivation list             | yes        |
      | third-party report issued                          | yes        |
      | energy use reaches the advanced or benchmark value | yes        |
      | no legal breach in three years                     | yes        |
      | management organisation established                | yes        |
      | points required by Zhejiang are reached            | yes        |
      | requirements of the other programme are met        | yes        |

  Rule: A factory at the limits

    Scenario: The factory meets the offset and decrease requirements of Suzhou
      When evaluated as of 2026-12-01
      Then gate NZ-S2 is met
      And gate NZ-S4 is met
      And the conclusion is scored
