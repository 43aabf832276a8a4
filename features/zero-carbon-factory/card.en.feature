# language: en
Feature: Zero-carbon factory star rating
  The star rating of T/CECA-G 0171-2022, Evaluation specification for zero-carbon factories. A factory passes the
  gates, earns up to 100 points in six fields, and receives three to six stars by its points, its renewable electricity
  share and the share of its residual emissions that is offset or removed.

  The standard is licensed and was not read. Reports by others are marked secondary. Our own additions are
  marked own reading. Every result shows the weakest certainty among the bases that decided it.

  Background:
    Given this scorecard
      | field           | value                                                                |
      | id              | zero-carbon-factory                                                  |
      | version         | 1.0.0                                                                |
      | title           | Zero-carbon factory star rating                                      |
      | subject         | factory                                                              |
      | attestation     | certificate                                                          |
      | time zone       | Asia/Shanghai                                                        |
      | effective from  | 2022-06-01                                                           |
      | rounding        | half-even, 2 decimals                                                |
      | not applicable  | drop and rescale                                                     |
      | does not assess | the certification decision, which is made by a person                |
      | does not assess | whether the evidence is true (the assessor verifies this on site)    |
      | does not assess | claims about products made in the factory                            |
      | does not assess | the points of the licensed Table B.1, which was not read             |
      | does not assess | surveillance in later years; each claim year is evaluated separately |
      | does not assess | whether the star may be advertised under consumer law                |
      | does not assess | permanence and reversal of removals after retirement                 |
      | does not assess | green factory titles that provinces require in their own schemes     |
    And these bases
      | basis                  | instrument                           | clause                                                       | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | star-table             | T/CECA-G 0171-2022                   | grade table as reported by CQC training material             | secondary   | Three stars (above 70 up to 80 points) require 50 % offset of residual emissions; four stars (above 80 up to 90) require 80 %. Five stars (above 90, below 100) require 100 % offset, and six stars (100 points) require removal of 100 % of residual emissions; both require 100 % renewable electricity. Reported by CQC training material; the standard itself was not read. The material misprints the row for three stars of Type II (scopes 1 to 3) and omits its condition; a separate note states our assumption. |
      | star-table-hole        | T/CECA-G 0171-2022                   | grade table, readings where its rows leave a hole            | own reading | Some factories fit no row of the grade table, for example with 80.01 points and 50 % offset, or 100 points and incomplete removal. A setting selects one of two interpretations for these factories. The literal interpretation awards no star. The cascade interpretation awards the highest star whose score and condition are both met.                                                                                                                                                                                |
      | type-ii-three-stars    | T/CECA-G 0171-2022                   | grade table, Type II three stars                             | own reading | In the CQC training material, the grade table lacks the condition for three stars of a Type II factory (scopes 1 to 3). We require 50 % offset of residual emissions, as for Type I (scopes 1 and 2). A setting removes this requirement.                                                                                                                                                                                                                                                                                 |
      | six-stars-secondary    | T/CECA-G 0171-2022                   | six stars as reported by two secondary web sources           | secondary   | Two web sources report that six stars require 100 % renewable electricity. They add 100 % offset for Type I (scopes 1 and 2) or 100 % removal for Type II (scopes 1 to 3). The grade table of the CQC training material requires 100 % removal for both types. A setting selects the source, because the standard was not read.                                                                                                                                                                                           |
      | definition             | T/CECA-G 0171-2022                   | 3.1 as reported by CQC training material                     | secondary   | A zero-carbon factory first reduces its own emissions over a certain time, usually a year. It then clears its residual emissions with removals outside its boundary, with carbon credits, or with both; removals therefore also count as offset. Definition 3.1 is reported by CQC training material.                                                                                                                                                                                                                     |
      | claim-year             | T/CECA-G 0171-2022                   | 3.1, maximum length and age of the period                    | own reading | The definition as reported sets no limits for the period of the claim (claim year): it mentions only “a certain time, usually a year”. We require a claim year of at most a year that ended on or after 2021-06-01. Until the claim year ends, the result is undetermined. A claim year shorter than a year is an observation.                                                                                                                                                                                            |
      | types                  | T/CECA-G 0171-2022                   | Type I and Type II as reported by the association's notice   | secondary   | A Type I factory covers its direct emissions and removals (scope 1) and the emissions from imported energy (scope 2). A Type II factory also covers other indirect emissions (scope 3). A Type II factory that states no scope 3 emissions receives an observation. Reported from the association's notice.                                                                                                                                                                                                               |
      | residual               | T/CECA-G 0171-2022                   | residual emissions, how they are computed                    | own reading | The definition as reported contains no formula for residual emissions. We use scope 2 emissions by the market-based method and do not subtract own reductions, because the inventory already reflects them. The offset ratio and the removal ratio are at most 100 %, and are 100 % if no residual emissions remain.                                                                                                                                                                                                      |
      | credit-types           | T/CECA-G 0171-2022                   | credits that may offset, types                               | own reading | The definition as reported does not specify which carbon credits may offset residual emissions. We accept credits of these programmes: CCER, CDM, VCS, Gold Standard, provincial carbon inclusion (碳普惠), Puro and Isometric. We exclude all other credits, credits not issued, and credits used for compliance with an emissions trading scheme. Emission allowances and green certificates are also excluded.                                                                                                         |
      | credit-window          | T/CECA-G 0171-2022                   | credits that may offset, vintage and retirement              | own reading | The definition as reported sets no time limits for carbon credits. We accept credits whose reductions occurred (vintage) within 5 years before the end of the claim year. They must be retired between the first day of the claim year and 12 months after its last day, following the practice of PAS 2060.                                                                                                                                                                                                              |
      | gec-validity           | 可再生能源绿色电力证书核发和交易规则 | validity of certificates as reported on 2024-09-05           | secondary   | A green certificate is valid for two years; the month of generation is the first month. A certificate for electricity generated before 2024-01-01 is valid until the end of 2025. We did not read the rules; a report of 2024-09-05 states this.                                                                                                                                                                                                                                                                          |
      | electricity-share      | T/CECA-G 0171-2022                   | renewable electricity, eligible sources                      | own reading | The grade table as reported does not specify which electricity counts as renewable. We count self-generated and directly supplied electricity of the claim year if its environmental attributes are retained. We count green certificates for electricity generated by the end of the claim year, if cancelled during the claim year or the following 12 months. Without electricity use, the share is 0 %.                                                                                                               |
      | nothing                | T/CECA-G 0171-2022                   | shares of nothing                                            | own reading | The sources do not state how to treat a share whose denominator is zero. We count a share that must reach a target (such as renewable electricity) as 0 %. We count a share that must be compensated (such as offset of residual emissions) as 100 %. If the inventory is zero, we count its unexplained share (difference from base-year emissions minus own reductions) as 0 %.                                                                                                                                         |
      | field-names            | T/CECA-G 0171-2022                   | eight assessment fields as named by certified factories      | secondary   | The assessment has eight fields: two fields that must be met (compliance and management requirements) and six scored fields. We know the names of the fields from certified factories. No source states the contents of the fields.                                                                                                                                                                                                                                                                                       |
      | gate-contents          | T/CECA-G 0171-2022                   | contents of the basic requirements                           | own reading | The table of basic requirements was not read; the requirements used here are our own interpretation. We accept a record of three years without accidents and penalties for twelve months after its issue. A reported accident or penalty counts against the factory even if its document is old or missing.                                                                                                                                                                                                               |
      | zhejiang               | 浙经信绿色〔2023〕257号              | 1.2.1, 1.2.2 and 1.3.1 as reported                           | secondary   | A factory must have a clean record for three years and a commitment of management. Its energy use must reach the advanced value or the benchmark level. Zhejiang's guideline is reported to contain these clauses; it is binding only in Zhejiang. This scorecard applies the clauses also outside Zhejiang.                                                                                                                                                                                                              |
      | benchmark-list         | 发改产业〔2023〕723号                | 工业重点领域能效标杆水平和基准水平（2023年版）               | own reading | A product on the national list of energy benchmark levels of 2023 must reach the benchmark level of energy use. The list was issued on 2023-06-06, so we apply it only to claim years that end on or after that date. The notice was not read: its number and title are quoted by others, and its date is generally known.                                                                                                                                                                                                |
      | norm                   | zero-carbon-factory                  | energy norm of the leading product, required form            | own reading | An energy norm of a product has a limit value and a stricter advanced value; the text as reported does not restrict these values. We require a limit value above the advanced value. The advanced value and the energy use must be above zero, because production always uses energy.                                                                                                                                                                                                                                     |
      | table-b1               | T/CECA-G 0171-2022                   | replaces Table B.1, page 11                                  | own reading | Table B.1 of the standard, with the indicators and their weights, was not read. The weights and sub-indicators used here are our own interpretation. A certification body with a licensed copy of the standard replaces the indicator tables with Table B.1 in a private scorecard.                                                                                                                                                                                                                                       |
      | continuous-improvement | T/CECA-G 0171-2022                   | plan, do, check and act as reported by CQC training material | secondary   | A factory must improve continuously by the plan-do-check-act cycle, as CQC training material reports. We therefore treat residual emissions above those of the previous year as a minor nonconformity.                                                                                                                                                                                                                                                                                                                    |
      | findings               | T/CECA-G 0171-2022                   | findings and their severity                                  | own reading | We have read no list of nonconformities in the standard. Which findings are raised, how severe they are and by when they must be corrected is our own interpretation.                                                                                                                                                                                                                                                                                                                                                     |
      | cross-check            | zero-carbon-factory                  | base-year emissions, reductions, residual emissions          | own reading | Base-year emissions minus own reductions should equal the inventory of the claim year. We report an observation if they differ by more than 1 % of the inventory; a change in output may also cause such a difference. We do not subtract own reductions from the inventory, which already reflects them.                                                                                                                                                                                                                 |
    And these settings
      | setting             | label                             | one of           | default | meaning                                                                                                                                                |
      | reading             | interpretation of the grade table | cascade, literal |         | How to grade a score whose own row is not satisfied: cascade awards the highest star whose score and condition are both satisfied; literal awards none |
      | six_stars           | source for six stars              | seed, secondary  | seed    | Whether Type I six stars require 100 % removal (grade table as reported) or 100 % offset (secondary sources)                                           |
      | type_ii_three_stars | offset for three stars of Type II | fifty, none      | fifty   | Whether Type II three stars require 50 % offset, as Type I does, or only the score                                                                     |
    And the choices of interpretation of the grade table
      | value   | words   |
      | cascade | cascade |
      | literal | literal |
    And the choices of source for six stars
      | value     | words                   |
      | seed      | grade table as reported |
      | secondary | secondary sources       |
    And the choices of offset for three stars of Type II
      | value | words         |
      | fifty | fifty percent |
      | none  | no condition  |
    And these sections
      | section | label                                | points |
      | A       | Infrastructure                       | 15     |
      | B       | Energy and carbon information system | 15     |
      | C       | Energy and resource use              | 25     |
      | D       | Products                             | 10     |
      | E       | Greenhouse gas reduction             | 20     |
      | F       | Carbon offset                        | 15     |

  Rule: The caller chooses between the interpretations of an ambiguous clause

    Scenario Outline: 80.01 points with 50 % offset fall between two rows
      Given the setting interpretation of the grade table is <reading>
      And supposing the total score is 80.01
      And supposing offset ratio is 50 %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | reading | grade       |
        | cascade | three stars |
        | literal | none        |

    Scenario: An undetermined interpretation leaves two possible grades
      Given the setting interpretation of the grade table is open
      And supposing the total score is 80.01
      And supposing offset ratio is 50 %
      When evaluated as of 2025-06-30
      Then the possible grades are none, three stars

    Scenario: An undetermined interpretation has no effect where both agree
      Given the setting interpretation of the grade table is open
      When evaluated as of 2025-06-30
      Then the grade is three stars
      And the conclusion is graded
