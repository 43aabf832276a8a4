# language: en
Feature: Zero-carbon parks
  How far a park is from acceptance: who may ask, the core indicator as a veto, five guiding indicators, and the way to the title.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                         |
      | id              | zero-carbon-park                                                                                                                                              |
      | version         | 4.1.0                                                                                                                                                         |
      | supersedes      | 4.0.0                                                                                                                                                         |
      | title           | Zero-carbon parks                                                                                                                                             |
      | subject         | park                                                                                                                                                          |
      | attestation     | self-assessment                                                                                                                                               |
      | time zone       | Asia/Shanghai                                                                                                                                                 |
      | effective from  | 2025-06-30                                                                                                                                                    |
      | rounding        | half-even, 4 decimals                                                                                                                                         |
      | not applicable  | refuse                                                                                                                                                        |
      | does not assess | national parks below 200 ktce and parks of Hunan below 20 ktce, for which no band was found                                                                   |
      | does not assess | Jiangxi, Guizhou, Anhui, Zhejiang, Shandong, Sichuan and others, whose values were not found, and the reference values of Changzhou, which know no acceptance |
      | does not assess | conditions of the request and the title in Hunan, which were not found                                                                                        |
      | does not assess | gases other than CO2, and standards of associations                                                                                                           |
      | does not assess | whether a reason for a guide that is missed deserves acceptance                                                                                               |
    And these bases
      | basis            | instrument              | clause                 | certainty   | note                                                                                                                                                                                                                                                                                       |
      | conditions       | 发改环资〔2025〕910号   | Annex I, as reported   | secondary   | The main text was read, the annexes with all figures were not; several reports agree.                                                                                                                                                                                                      |
      | accident-reading | zero-carbon-park        | -                      | own reading | The three years are counted on from the accident: the same day three years on is inside.                                                                                                                                                                                                   |
      | core             | 发改环资〔2025〕910号   | Annex III, as reported | secondary   | 0.2 tCO2/tce from 200 to 1,000 ktce, 0.3 from 1,000 ktce on.                                                                                                                                                                                                                               |
      | guides           | 发改环资〔2025〕910号   | Annex III, as reported | secondary   |                                                                                                                                                                                                                                                                                            |
      | excuse           | zero-carbon-park        | -                      | own reading | That a reason excuses a missed guide is printed in Hunan; for the national list it is our reading.                                                                                                                                                                                         |
      | accounting       | 发改环资〔2025〕910号   | Annex IV, as reported  | secondary   | CO2 of energy and processes.                                                                                                                                                                                                                                                               |
      | coefficient      | zero-carbon-park        | -                      | own reading | By which coefficient electricity counts as coal was not printed in what was read: equal value is taken. By equivalent value the energy is less, so that what passes by it passes; what does not is open.                                                                                   |
      | proof            | zero-carbon-park        | -                      | own reading | Green power is zero with physical proof or certificates only.                                                                                                                                                                                                                              |
      | recommended      | 发改环资〔2025〕910号   | 3(2)                   | confirmed   | At most two parks of a province; in the first round by 22 August 2025.                                                                                                                                                                                                                     |
      | title            | 发改环资〔2025〕910号   | 3(4)                   | confirmed   | Evaluation by the province first, then acceptance; only then the title.                                                                                                                                                                                                                    |
      | list             | 发改环资〔2025〕910号   | 3(3), 3(4)             | confirmed   | The list of those that build is not the title.                                                                                                                                                                                                                                             |
      | hunan            | 湘工信节能〔2025〕467号 | table, as reprinted    | secondary   | Of 2025-12-24. The lower edge is printed as 20 ktce, where the national text has 200.                                                                                                                                                                                                      |
      | count            | zero-carbon-park        | -                      | own reading | One point for each guide that is met or excused: a count, not a score of the notice.                                                                                                                                                                                                       |
      | to-come          | zero-carbon-park        | -                      | own reading | A request or recommendation whose day is still to come is not made; whether a deadline was met is open until it has passed.                                                                                                                                                                |
      | papers           | zero-carbon-park        | -                      | own reading | Energy balance by kind and letters on accidents are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices.                                                                                                                             |
      | record-age       | zero-carbon-park        | -                      | own reading | A dated accident counts whatever the age of its letter. That nothing else happened is told by a letter that was issued in the twelve months before the request, or later: an older one says nothing of a year since. They are counted to the request, not to the day on which it is asked. |
    And these settings
      | setting | label                     | one of                 | default  | meaning                                                   |
      | scheme  | scheme                    | national, hunan        | national | whose acceptance is asked for                             |
      | excuses | reasons for missed guides | accepted, not_accepted | accepted | whether a reason that was accepted excuses a missed guide |
    And the choices of scheme
      | value    | words         |
      | national | national park |
      | hunan    | park of Hunan |
    And the choices of reasons for missed guides
      | value        | words         |
      | accepted     | excuse        |
      | not_accepted | do not excuse |
    And these sections
      | section | label              | points |
      | guiding | Guiding indicators | 5      |
    And these grades
      | grade       | at least | also requires          | basis |
      | ready       | 5        | income fulfilled holds | count |
      | conditional |          | gate N5 is met         | core  |
      | conditional |          | gate N5-HN is met      | hunan |
    And the grades are called
      | grade       | words               |
      | ready       | core and all guides |
      | conditional | core only           |

  Rule: A park of 450 ktce

    Scenario: 83,000 t over 450,000 tce
      When evaluated as of 2026-11-20
      Then the quantity intensity is 83/450 tCO2e/t
      And the grade is ready
      And the conclusion is graded

    Scenario: 410,000 t fail the national veto
      Given CO2 of energy is 410000 tCO2e
      And CO2 of processes is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity intensity is 41/45 tCO2e/t
      And the grade is none
      And the conclusion is gate failed

    Scenario: the same park passes in Hunan for 2027
      Given the setting scheme is hunan
      And CO2 of energy is 410000 tCO2e
      And CO2 of processes is 0 tCO2e
      And clean energy share is 59 %
      When evaluated as of 2026-11-20
      Then gate N5-HN is met
      And the grade is conditional
