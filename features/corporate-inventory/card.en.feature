# language: en
Feature: Greenhouse gas inventory of a company
  Whether the yearly inventory of a company has its four blocks, computes to what is reported, and keeps apart what the
  national carbon market counts; where it follows ISO 14064-1, what that standard asks as far as it is recalled. The details of
  GB/T 32150-2025 were not found and are not assessed.

  Background:
    Given this scorecard
      | field           | value                                                                                                       |
      | id              | corporate-inventory                                                                                         |
      | version         | 5.0.0                                                                                                       |
      | supersedes      | 4.0.1                                                                                                       |
      | title           | Greenhouse gas inventory of a company                                                                       |
      | subject         | company                                                                                                     |
      | attestation     | self-assessment                                                                                             |
      | time zone       | Asia/Shanghai                                                                                               |
      | effective from  | 2025-01-01                                                                                                  |
      | rounding        | half-even, 2 decimals                                                                                       |
      | not applicable  | drop and rescale                                                                                            |
      | does not assess | papers behind what is declared: meter readings and invoices, sources of factors, the verification statement |
      | does not assess | whether activity data and factors are right                                                                 |
      | does not assess | the details of GB/T 32150-2025, which were not found                                                        |
      | does not assess | sectors that must have a target for scope 3 whatever its share                                              |
      | does not assess | factors of electricity for years after 2023, which were not found                                           |
      | does not assess | whether an uncertainty is low enough, for ISO 14064-1 sets no limit                                         |
      | does not assess | what the text of ISO 14064-1 asks beyond these points, for it was not read                                  |
    And these bases
      | basis             | instrument                                               | clause             | certainty   | note                                                                                                                                                                                                                                      |
      | blocks            | 企业温室气体盘查内容                                     | four blocks        | secondary   | Subject, emissions, statement and analysis, with their items, as a consultant's report lists them.                                                                                                                                        |
      | points            | corporate-inventory                                      | -                  | own reading | Each of the 23 items counts one point; what has all of them is complete.                                                                                                                                                                  |
      | ranges            | 企业温室气体盘查内容                                     | range              | secondary   | Direct and indirect emissions, and the gases, are named.                                                                                                                                                                                  |
      | standard          | GB/T 32150-2025                                          | -                  | secondary   | Known by its title; the details were not found.                                                                                                                                                                                           |
      | again             | corporate-inventory                                      | -                  | own reading | Each scope computes again to the last digit reported; an inventory covers a year at most, and is judged once that is over: until then it is open.                                                                                         |
      | proof             | corporate-inventory                                      | -                  | own reading | No paper is named anywhere that would prove the facts of an inventory: a declaration suffices for each.                                                                                                                                   |
      | target            | 科学碳目标倡议                                           | coverage           | secondary   | At least 95 % of scopes 1 and 2; where scope 3 is more than 40 % of all, a target for at least two thirds of it. Exactly 40 % asks for none, as the report read says more than 40 %; others report that the initiative asks from 40 % on. |
      | apart             | 2023、2024年度全国碳排放权交易发电行业配额总量和分配方案 | main text          | confirmed   | The national market counts direct emissions only; electricity and heat that are bought stay outside.                                                                                                                                      |
      | factor            | 生态环境部、国家统计局2023年电力二氧化碳排放因子         | annex tables       | confirmed   | 0.5306 kg/kWh for the country in 2023; 0.6096 with what was traced out of the market taken out.                                                                                                                                           |
      | factor-2022       | 2022年电力二氧化碳排放因子                               | -                  | secondary   | 0.5366 kg/kWh for the country, as public code has it.                                                                                                                                                                                     |
      | factor-later      | corporate-inventory                                      | -                  | own reading | National factors for 2024 and later were not found.                                                                                                                                                                                       |
      | residual          | corporate-inventory                                      | -                  | own reading | What is bought beside certificates is counted with the factor of which market power was taken out: the consistent pair of a certificate claim.                                                                                            |
      | own-power         | corporate-inventory                                      | -                  | own reading | Own green power counts as zero only while its certificates are not sold.                                                                                                                                                                  |
      | iso-categories    | ISO 14064-1:2018                                         | categories         | secondary   | Recalled: six categories, of direct emissions, imported energy, transport, products used, use of products sold and others; the first two are always counted.                                                                              |
      | iso-six           | corporate-inventory                                      | -                  | own reading | Each of the six categories has one row, counted or left out.                                                                                                                                                                              |
      | iso-scopes        | ISO 14064-1:2018                                         | categories         | secondary   | Category 1 is scope 1 and category 2 is scope 2, as reports on the star rating of factories say; the others are scope 3.                                                                                                                  |
      | iso-criteria      | ISO 14064-1:2018                                         | significance       | secondary   | Recalled: indirect categories are left out by criteria that the company sets and tells; which ones is its choice.                                                                                                                         |
      | iso-reasons       | ISO 14064-1:2018                                         | exclusions         | secondary   | Recalled: what is left out is named with its reason. Whether the reason is good is for the verifier.                                                                                                                                      |
      | iso-boundary      | ISO 14064-1:2018                                         | boundary           | secondary   | Recalled: operational control, financial control or equity share.                                                                                                                                                                         |
      | iso-base          | ISO 14064-1:2018                                         | base year          | secondary   | Recalled: a base year, and a rule for when it is recalculated.                                                                                                                                                                            |
      | iso-recalculation | ISO 14064-1:2018                                         | base year          | secondary   | Recalled: changes of structure, method and errors count, growth does not; the company sets the share, for the standard names none.                                                                                                        |
      | iso-sizes         | corporate-inventory                                      | -                  | own reading | Changes count by their size, so that one up and one down do not hide each other; the share of the rule itself asks for recalculation.                                                                                                     |
      | iso-order         | corporate-inventory                                      | -                  | own reading | A base year does not end after the inventory year; a statement is issued after the year and not later than the day of the evaluation.                                                                                                     |
      | iso-biogenic      | ISO 14064-1:2018                                         | biogenic CO2       | secondary   | Recalled: biogenic CO2 is told apart.                                                                                                                                                                                                     |
      | iso-removals      | ISO 14064-1:2018                                         | removals           | secondary   | Recalled: removals are told apart.                                                                                                                                                                                                        |
      | iso-credits       | ISO 14064-1:2018                                         | credits            | secondary   | Recalled: credits are never subtracted.                                                                                                                                                                                                   |
      | iso-potentials    | ISO 14064-1:2018                                         | warming potentials | secondary   | Recalled: the potentials are named, those of the latest report, or a reason is given. The sixth report is of 2021-08-09.                                                                                                                  |
      | iso-uncertainty   | ISO 14064-1:2018                                         | 8                  | secondary   | Recalled: uncertainty is assessed and told; in words only with a reason. No limit is set.                                                                                                                                                 |
      | iso-root          | corporate-inventory                                      | -                  | own reading | The root of the sum of squares over all emissions, for lines that are independent of one another, at 95 %. The bound of 1,000 % for the uncertainty of a line is ours; the sources give none.                                             |
      | iso-verified      | ISO 14064-1:2018                                         | report             | secondary   | Recalled: the report tells whether it was verified, and at which level.                                                                                                                                                                   |
      | target-base       | 科学碳目标倡议                                           | C26                | secondary   | Recalled: a change of 5 % or more of the emissions of the base year asks for recalculation.                                                                                                                                               |
    And these grades
      | grade      | at least | basis  |
      | complete   | 23       | points |
      | incomplete |          | points |
    And the grades are called
      | grade      | words         |
      | complete   | complete      |
      | incomplete | items missing |

  Rule: The worked company

    Scenario: 100 GWh, 30 of own panels, 20 with certificates
      When evaluated as of 2026-11-20
      Then the quantity by_place is 53060 tCO2e
      And the quantity by_market is 30480 tCO2e
      And the grade is complete
      And the conclusion is graded
