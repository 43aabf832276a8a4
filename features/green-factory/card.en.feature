# language: en
Feature: Green factory
  Which gates of the list of green factories are met, which points the energy field earns between base and lead value, and whether a listed factory stays.

  Background:
    Given this scorecard
      | field           | value                                                                                                              |
      | id              | green-factory                                                                                                      |
      | version         | 6.1.0                                                                                                              |
      | supersedes      | 6.0.0                                                                                                              |
      | title           | Green factory                                                                                                      |
      | subject         | factory                                                                                                            |
      | attestation     | self-assessment                                                                                                    |
      | time zone       | Asia/Shanghai                                                                                                      |
      | effective from  | 2024-01-31                                                                                                         |
      | rounding        | half-even, 3 decimals                                                                                              |
      | not applicable  | refuse                                                                                                             |
      | does not assess | the points of indicators 5 to 18, the base and lead values of the sectors, and any pass mark, which were not found |
      | does not assess | honesty of cases and photos, local bonus money                                                                     |
      | does not assess | the edition of 2018, whose weights are recalled only: points of filings before 2026 stay open                      |
      | does not assess | green supply chains, parks and products                                                                            |
    And these bases
      | basis       | instrument            | clause                         | certainty   | note                                                                                                                                                                                                                                                                                                                         |
      | unit        | 工信部节〔2024〕13号  | Article 7, as reported         | secondary   | Management rules for green factories; they were not read. Of January 2024: the day is not known, the end of the month is taken.                                                                                                                                                                                              |
      | refused     | 工信部节〔2024〕13号  | Article 15, as reported        | secondary   |                                                                                                                                                                                                                                                                                                                              |
      | breach-edge | green-factory         | -                              | own reading | Three years are counted back from the filing; the same day three years before is outside.                                                                                                                                                                                                                                    |
      | permit      | 排污许可管理条例      | Article 2, as reported         | secondary   |                                                                                                                                                                                                                                                                                                                              |
      | systems     | GB/T 36132-2025       | Clause 6, as reported          | secondary   | Quality, environment, energy, occupational health; in force 2025-12-31.                                                                                                                                                                                                                                                      |
      | listing     | 工信部节〔2024〕13号  | Articles 11, 12, as reported   | secondary   | From the provincial list only; the province recommends by 31 July; public for 15 days.                                                                                                                                                                                                                                       |
      | guangdong   | 粤工信规字〔2024〕4号 | Articles 12 to 17, as reported | secondary   | Cities recommend by 30 June; cultivation valid for three years.                                                                                                                                                                                                                                                              |
      | points      | GB/T 36132-2025       | energy field in one form       | secondary   | 8, 8, 8 and 6 points in a public form of one filing tool; to be checked.                                                                                                                                                                                                                                                     |
      | line        | green-factory         | -                              | own reading | Points grow in a straight line from the base to the lead value; at the base none.                                                                                                                                                                                                                                            |
      | platform    | GB/T 36132-2025       | platform functions in one form | secondary   | 8 of 12 functions are the lead value.                                                                                                                                                                                                                                                                                        |
      | weighted    | GB/T 36132-2025       | several products, as reported  | secondary   | Each product has base and lead value of its own norm; their ways are weighted by their energy.                                                                                                                                                                                                                               |
      | water       | GB/T 36132-2025       | water reuse, as reported       | secondary   |                                                                                                                                                                                                                                                                                                                              |
      | dynamic     | 工信部节〔2024〕13号  | Article 16, as reported        | secondary   | Yearly table by 15 April; in the last 5 % three years running: off the list.                                                                                                                                                                                                                                                 |
      | edition     | green-factory         | -                              | own reading | Filings of 2026 and later by the edition of 2025; which edition a filing between the years takes is to be asked.                                                                                                                                                                                                             |
      | statements  | green-factory         | -                              | own reading | One tool says that quantity indicators weigh 60 %, reports that energy and resources do: both unproven.                                                                                                                                                                                                                      |
      | bands       | GB/T 36132-2025       | size bands in one form         | secondary   | 10,000, 5,000 and 3,000 tce; the label 以上 is read as at least.                                                                                                                                                                                                                                                             |
      | to-come     | green-factory         | -                              | own reading | A filing, recommendation or table whose day is still to come is not done; whether a deadline was met is open until it has passed, and whether the days are public until the year of the filing ends.                                                                                                                         |
      | counted-on  | green-factory         | -                              | own reading | Months and years are counted on from the first day; where the last month lacks that day, its last day counts.                                                                                                                                                                                                                |
      | proof       | green-factory         | -                              | own reading | Statistics tables, GHG report, norm calculation, contracts and certificates, water balance, waste ledger, permit and monitoring, project list, design case, footprint reports, plan permits and credit prints are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
      | record-age  | green-factory         | -                              | own reading | A dated accident or breach counts whatever the age of its print. That nothing else happened is told by a print that was issued in the twelve months before the filing, or later: an older one says nothing of a year since. They are counted to the filing, not to the day on which it is asked.                             |
    And these sections
      | section | label        | points |
      | energy  | Energy field | 30     |

  Rule: The worked energy field

    Scenario: 16.21 of 30 points
      When evaluated as of 2026-03-01
      Then the quantity norm_way is 60 %
      And indicator E1 scores 4.8
      And indicator E2 scores 7.084
      And indicator E3 scores 212/75
      And indicator E4 scores 1.5
      And the total score is 24316/1500
      And the conclusion is scored
