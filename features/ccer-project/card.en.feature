# language: en
Feature: CCER, registering a project
  Whether a project may be registered for China's national voluntary reductions, and which document or date stands in the way.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                                                                            |
      | id              | ccer-project                                                                                                                                                                                                     |
      | version         | 4.0.0                                                                                                                                                                                                            |
      | supersedes      | 3.0.0                                                                                                                                                                                                            |
      | title           | CCER, registering a project                                                                                                                                                                                      |
      | subject         | project                                                                                                                                                                                                          |
      | attestation     | self-assessment                                                                                                                                                                                                  |
      | time zone       | Asia/Shanghai                                                                                                                                                                                                    |
      | effective from  | 2023-10-19                                                                                                                                                                                                       |
      | rounding        | half-even, 2 decimals                                                                                                                                                                                            |
      | not applicable  | refuse                                                                                                                                                                                                           |
      | does not assess | whether the design document is technically sound, or a forest exists                                                                                                                                             |
      | does not assess | methodologies whose text was not read, beyond the single conditions that are named here                                                                                                                          |
      | does not assess | which days are working days: the number of working days is taken as given                                                                                                                                        |
      | does not assess | which fine within its range is just                                                                                                                                                                              |
      | does not assess | papers behind what is declared, where none is known: day of the request, registering anew, deliberate falsehood and its day, how long records are kept, staff, fund and breaches of the body, breach to be fined |
    And these bases
      | basis        | instrument                   | clause                      | certainty   | note                                                                                                                                                                                                                                                       |
      | owner        | 温室气体自愿减排交易管理办法 | Article 4                   | confirmed   | Order No. 31 of the Ministry of Ecology and Environment and the State Administration for Market Regulation, trial measures, in force 2023-10-19.                                                                                                           |
      | eligible     | 温室气体自愿减排交易管理办法 | Article 10                  | confirmed   | True, unique, additional; a published methodology; begun after 2012-11-08; no legal duty; not in a carbon market.                                                                                                                                          |
      | after        | 温室气体自愿减排交易管理办法 | Article 10                  | own reading | Whether the day itself counts is not said; "after" is read as strictly later.                                                                                                                                                                              |
      | definitions  | 温室气体自愿减排交易管理办法 | Article 48                  | confirmed   | Unique: in no other scheme, and not twice. Additional: shown, or exempt by the methodology.                                                                                                                                                                |
      | publicity    | 温室气体自愿减排交易管理办法 | Article 12                  | confirmed   | Design document and name of the validating body public for 20 working days.                                                                                                                                                                                |
      | notice-over  | ccer-project                 | -                           | own reading | A request comes after the last day of the notice.                                                                                                                                                                                                          |
      | not-yet      | ccer-project                 | -                           | own reading | What lies after the as-of date has not happened: a project still to be built is open, a request still to be made makes no papers complete, a decision still to come bars nobody.                                                                           |
      | calendar     | ccer-project                 | -                           | own reading | No span has more working days than six in seven of its days, and one: holidays move some of them onto week-ends. Twenty calendar days are never twenty working days.                                                                                       |
      | validation   | 温室气体自愿减排交易管理办法 | Article 13                  | confirmed   |                                                                                                                                                                                                                                                            |
      | request      | 温室气体自愿减排交易管理办法 | Article 15                  | confirmed   | Promises of uniqueness, and of truth, completeness and validity; the registry looks at form and completeness.                                                                                                                                              |
      | struck       | 温室气体自愿减排交易管理办法 | Article 16                  | confirmed   |                                                                                                                                                                                                                                                            |
      | records      | 温室气体自愿减排交易管理办法 | Article 11                  | confirmed   |                                                                                                                                                                                                                                                            |
      | anew         | 温室气体自愿减排交易管理办法 | Article 49                  | confirmed   | Projects registered before 2017-03-14 under the old rules register anew.                                                                                                                                                                                   |
      | bodies       | 温室气体自愿减排交易管理办法 | Article 30                  | confirmed   |                                                                                                                                                                                                                                                            |
      | roles        | 温室气体自愿减排交易管理办法 | Article 37                  | confirmed   |                                                                                                                                                                                                                                                            |
      | duties       | 温室气体自愿减排交易管理办法 | Article 42                  | confirmed   |                                                                                                                                                                                                                                                            |
      | false-owner  | 温室气体自愿减排交易管理办法 | Article 43                  | confirmed   |                                                                                                                                                                                                                                                            |
      | false-body   | 温室气体自愿减排交易管理办法 | Article 44                  | confirmed   |                                                                                                                                                                                                                                                            |
      | manipulation | 温室气体自愿减排交易管理办法 | Article 45                  | confirmed   |                                                                                                                                                                                                                                                            |
      | m-solar      | CCER-01-001-V01              | scope                       | confirmed   | Grid-connected solar thermal, issued 2023-10-24; the text was read.                                                                                                                                                                                        |
      | m-wind       | CCER-01-002-V01              | scope                       | confirmed   | Grid-connected offshore wind, issued 2023-10-24; the text was read.                                                                                                                                                                                        |
      | m-forest     | CCER-14-001-V01              | scope                       | secondary   | Afforestation, issued 2023-10-24; title and day read, content reported.                                                                                                                                                                                    |
      | m-mangrove   | CCER-14-002-V01              | scope                       | secondary   | Mangrove, issued 2023-10-24; title and day read.                                                                                                                                                                                                           |
      | m-later      | CCER方法学                   | issued in 2025, as reported | secondary   | Titles and days of issue are reported by the press; the texts were not read.                                                                                                                                                                               |
      | m-drafts     | CCER方法学                   | consulted on 2024-07-30     | secondary   | Low-concentration mine gas; tunnel lighting, whose code CCER-07-001-V01 looks final though only a consultation is known.                                                                                                                                   |
      | proof        | ccer-project                 | -                           | own reading | Print of the design document with its public dates, promise letters, validation report, registry extract and charter of the validating body are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
    And these settings
      | setting       | label            | one of            | default | meaning                                                        |
      | after_reading | reading of after | strict, inclusive | strict  | whether a project begun on 2012-11-08 itself may be registered |
    And the choices of reading of after
      | value     | words                       |
      | strict    | the day itself is too early |
      | inclusive | the day itself counts       |
    And these grades
      | grade    | also requires                                                              | basis    |
      | complete | documents complete holds                                                   | request  |
      | eligible | kind of owner is one of legal person in China, other organisation in China | eligible |
    And the grades are called
      | grade    | words                    |
      | complete | eligible and complete    |
      | eligible | eligible, papers missing |

  Rule: A project that may be registered

    Scenario: the worked project
      When evaluated as of 2024-09-10
      Then the grade is complete
      And the conclusion is graded
      And the quantity span is 26 days
