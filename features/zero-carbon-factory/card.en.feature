# language: en
Feature: Zero-carbon factory star rating
  The star rating of T/CECA-G 0171-2022, Evaluation specification for zero-carbon factories. A factory passes the
  gates, earns up to 100 points in six fields, and receives three to six stars by its points, its renewable electricity
  share and the share of its residual emissions that is offset or removed.

  The standard is licensed and was not read. What is reported by others is marked secondary; what we had to
  supply is marked own reading, and every result carries the weaker of the marks that decided it.

  Background:
    Given this scorecard
      | field           | value                                                            |
      | id              | zero-carbon-factory                                              |
      | version         | 4.0.0                                                            |
      | supersedes      | 3.0.0                                                            |
      | title           | Zero-carbon factory star rating                                  |
      | subject         | factory                                                          |
      | attestation     | certificate                                                      |
      | time zone       | Asia/Shanghai                                                    |
      | effective from  | 2022-06-01                                                       |
      | rounding        | half-even, 2 decimals                                            |
      | not applicable  | drop and rescale                                                 |
      | does not assess | the certification decision, which a person takes                 |
      | does not assess | whether the evidence is true; the assessor judges that on site   |
      | does not assess | claims about products made in the factory                        |
      | does not assess | the points of the licensed Table B.1, which was not read         |
      | does not assess | surveillance in later years; every claim year is evaluated anew  |
      | does not assess | whether the star may be advertised under consumer law            |
      | does not assess | permanence and reversal of removals after retirement             |
      | does not assess | green factory titles that provinces require in their own schemes |
    And these bases
      | basis                  | instrument                           | clause                                                       | certainty   | note                                                                                                                                                                                                                                                                                                                        |
      | star-table             | T/CECA-G 0171-2022                   | grade table as reported by CQC training material             | secondary   | The standard itself was not read. In the material seen the remark on Type II three stars is missing (the row is shifted); 70 is excluded, 80 and 90 belong to the lower star, 100 stands alone.                                                                                                                             |
      | star-table-hole        | T/CECA-G 0171-2022                   | grade table, readings where its rows leave a hole            | own reading | A score of 80.01 with 50 % offset, or 100 without full removal, fits no printed row. Read literally there is no star; cascading, the best star whose score and condition are both met.                                                                                                                                      |
      | type-ii-three-stars    | T/CECA-G 0171-2022                   | grade table, Type II three stars                             | own reading | The remark of this row is lost in the material seen; by analogy with Type I 50 % is taken unless the setting says that there is no condition.                                                                                                                                                                               |
      | six-stars-secondary    | T/CECA-G 0171-2022                   | six stars as reported by two secondary web sources           | secondary   | Two web sources give Type I six stars with 100 % offset and Type II with 100 % removal; the grade table seen asks removal of both. Only the standard can settle it.                                                                                                                                                         |
      | definition             | T/CECA-G 0171-2022                   | 3.1 as reported by CQC training material                     | secondary   | Definition of a zero-carbon factory: emissions of a certain time, usually a year; own reduction first, the residual cleared by removals outside the boundary and (or) credits. Hence removals count as offset too.                                                                                                          |
      | claim-year             | T/CECA-G 0171-2022                   | 3.1, how long and how old the period may be                  | own reading | The definition as reported says a certain time, usually a year, and sets no limits. Here a claim year is over (until then G9 is open) and no longer than a year, and ended no earlier than 2021-06-01: for an older one the time for retirements had passed before the standard came into force. A shorter period is shown. |
      | types                  | T/CECA-G 0171-2022                   | Type I and Type II as reported by the association's notice   | secondary   | Type I: direct emissions and removals and imported energy (scopes 1 and 2). Type II: Type I and other indirect emissions (scope 3).                                                                                                                                                                                         |
      | residual               | T/CECA-G 0171-2022                   | residual emissions, how they are computed                    | own reading | Own reductions are already in the inventory and are not subtracted again; scope 2 is market-based; nothing left counts as fully cleared. Credits and removals beyond the residual emission add nothing: both ratios end at 100 %.                                                                                           |
      | credit-types           | T/CECA-G 0171-2022                   | credits that may offset, types                               | own reading | Allowances and green certificates never offset; units not yet issued or also used for compliance do not count.                                                                                                                                                                                                              |
      | credit-window          | T/CECA-G 0171-2022                   | credits that may offset, vintage and retirement              | own reading | Vintage within 5 years before the end of the claim year; retired from its first day until 12 months after its last, after the habit of PAS 2060.                                                                                                                                                                            |
      | gec-validity           | 可再生能源绿色电力证书核发和交易规则 | validity of certificates as reported on 2024-09-05           | secondary   | Two years counted from the month of generation, that month included; for electricity generated before 2024-01-01 until the end of 2025. The article was not read.                                                                                                                                                           |
      | electricity-share      | T/CECA-G 0171-2022                   | renewable electricity, what counts                           | own reading | Electricity of the claim year with its attributes; certificates generated not after the claim year and cancelled within it or 12 months after. Without electricity the share is 0 %.                                                                                                                                        |
      | nothing                | T/CECA-G 0171-2022                   | shares of nothing                                            | own reading | The sources do not say how to treat a share whose denominator is zero. We count a share that must be reached as 0 %, a share that must be cleared as 100 %, and the unexplained part of an inventory of zero as 0 %. A rule in the text of the standard, which was not read, would change this.                             |
      | field-names            | T/CECA-G 0171-2022                   | eight assessment fields as named by certified factories      | secondary   | Compliance and management requirements (gates) and six scored fields; only the names are sourced.                                                                                                                                                                                                                           |
      | gate-contents          | T/CECA-G 0171-2022                   | contents of the basic requirements                           | own reading | The table of basic requirements was not read; the contents are ours, as is that a record that is clear of three years counts for twelve months: an older one says nothing of a year since. An accident or penalty that is told counts against the factory whatever the age of its paper, or without one.                    |
      | zhejiang               | 浙经信绿色〔2023〕257号              | 1.2.1, 1.2.2 and 1.3.1 as reported                           | secondary   | Zhejiang's guideline prints the same clauses: clean record, advanced energy value, commitment of management. It binds Zhejiang only.                                                                                                                                                                                        |
      | benchmark-list         | 发改产业〔2023〕723号                | 工业重点领域能效标杆水平和基准水平（2023年版）               | own reading | The notice was not read: number and title are as others quote them, the day of issue, 2023-06-06, is as generally known. It can bind no claim year that ended before it; that it binds the year in which it was issued is our reading.                                                                                      |
      | norm                   | zero-carbon-factory                  | energy norm of the leading product, what it must look like   | own reading | A limit value allows more energy than an advanced value, and nothing is made without energy; figures that say otherwise are not those of a norm.                                                                                                                                                                            |
      | table-b1               | T/CECA-G 0171-2022                   | in place of Table B.1, page 11                               | own reading | Weights and sub-indicators are our own reading. A body that holds the standard replaces the indicator tables by Table B.1 in a private card.                                                                                                                                                                                |
      | continuous-improvement | T/CECA-G 0171-2022                   | plan, do, check and act as reported by CQC training material | secondary   | The cycle is reported; the findings drawn from it are ours.                                                                                                                                                                                                                                                                 |
      | findings               | T/CECA-G 0171-2022                   | findings and their severity                                  | own reading | The standard prints no list of findings that could be read; severities and days are ours.                                                                                                                                                                                                                                   |
      | cross-check            | zero-carbon-factory                  | emissions of the base year, reductions, what is left         | own reading | Own reductions stand in the inventory already and are not subtracted; that the emissions of the base year less them come to the inventory is only compared, with one part in a hundred left free. More or less output may be the cause.                                                                                     |
    And these settings
      | setting             | label                             | one of           | default | meaning                                                                                                                                        |
      | reading             | reading of the grade table        | cascade, literal |         | what becomes of a score whose own row is not satisfied: cascade takes the best star whose score and condition are both met, literal gives none |
      | six_stars           | source for six stars              | seed, secondary  | seed    | whether six stars of Type I ask for 100 % removal (grade table as reported) or for 100 % offset (secondary sources)                            |
      | type_ii_three_stars | offset for three stars of Type II | fifty, none      | fifty   | whether three stars of Type II ask for 50 % offset, as Type I does, or for nothing beside the score                                            |
    And the choices of reading of the grade table
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

  Rule: A reading that the text leaves open is chosen by whoever asks

    Scenario Outline: eighty points and a little with half offset fall between two rows
      Given the setting reading of the grade table is <reading>
      And supposing the total score is 80.01
      And supposing offset ratio is 50 %
      When evaluated as of 2025-06-30
      Then the grade is <grade>

      Examples:
        | reading | grade       |
        | cascade | three stars |
        | literal | none        |

    Scenario: an open reading leaves both answers standing
      Given the setting reading of the grade table is open
      And supposing the total score is 80.01
      And supposing offset ratio is 50 %
      When evaluated as of 2025-06-30
      Then the possible grades are none, three stars

    Scenario: an open reading does no harm where both agree
      Given the setting reading of the grade table is open
      When evaluated as of 2025-06-30
      Then the grade is three stars
      And the conclusion is graded
