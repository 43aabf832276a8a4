# language: en
Feature: Zero-carbon parks
  How close a park is to acceptance: application conditions, the core indicator as a veto, five guiding indicators, and the procedure for the title.

  Background:
    Given this scorecard
      | field           | value                                                                                                                                                            |
      | id              | zero-carbon-park                                                                                                                                                 |
      | version         | 1.0.0                                                                                                                                                            |
      | title           | Zero-carbon parks                                                                                                                                                |
      | subject         | park                                                                                                                                                             |
      | attestation     | self-assessment                                                                                                                                                  |
      | time zone       | Asia/Shanghai                                                                                                                                                    |
      | effective from  | 2025-06-30                                                                                                                                                       |
      | rounding        | half-even, 4 decimals                                                                                                                                            |
      | not applicable  | refuse                                                                                                                                                           |
      | does not assess | national parks below 200 ktce and Hunan parks below 20 ktce, for which no band was found                                                                         |
      | does not assess | Jiangxi, Guizhou, Anhui, Zhejiang, Shandong, Sichuan and others, whose values were not found, and the reference values of Changzhou, which involve no acceptance |
      | does not assess | application conditions and the title in Hunan, which were not found                                                                                              |
      | does not assess | gases other than CO2, and group standards                                                                                                                        |
      | does not assess | whether the reason for a missed guiding indicator should be accepted                                                                                             |
    And these bases
      | basis            | instrument              | clause                 | certainty   | note                                                                                                                                                                                                                                                                                                                                                                                                                                                     |
      | conditions       | 发改环资〔2025〕910号   | Annex I, as reported   | secondary   | A national zero-carbon park must be a zone of provincial level or above, and either a whole park or a part with a clear border. Statistics, accounting, metering and monitoring must be in place. The main text of the notice was read; its annexes with all values were not, but several reports agree on them.                                                                                                                                         |
      | accident-reading | zero-carbon-park        | -                      | own reading | A park must have had no major accident in the three years before its application. The condition as reported does not state how these years are counted. An accident exactly three years before the application date still counts.                                                                                                                                                                                                                        |
      | core             | 发改环资〔2025〕910号   | Annex III, as reported | secondary   | The core indicator of a national park is its CO2 emissions per tonne of coal equivalent used. Its limit is 0.2 tCO2/tce for an annual energy use from 200 ktce to below 1,000 ktce, and 0.3 tCO2/tce from 1,000 ktce. Reported by secondary sources; the annex was not read.                                                                                                                                                                             |
      | guides           | 发改环资〔2025〕910号   | Annex III, as reported | secondary   | A national park has guiding indicators next to its core indicator, the CO2 limit. Clean energy must be at least 90 %, and every listed product must have level 2 or better of its energy consumption norm. Minimum utilisation is 80 % for industrial solid waste and 50 % for waste heat, cold and pressure; minimum reuse of process water is 80 %. Reported by secondary sources; the annex was not read.                                             |
      | excuse           | zero-carbon-park        | -                      | own reading | A park that misses a guiding indicator, for example clean energy, is excused if it gives an accepted reason. Only the Hunan text contains this rule; we apply it to national parks as well. If the setting 'accepted reasons for missed guiding indicators' is changed to 'do not excuse', an accepted reason has no effect.                                                                                                                             |
      | accounting       | 发改环资〔2025〕910号   | Annex IV, as reported  | secondary   | The CO2 emissions of a park include CO2 from energy use and from industrial processes. Reported by secondary sources; the annex on accounting was not read.                                                                                                                                                                                                                                                                                              |
      | coefficient      | zero-carbon-park        | -                      | own reading | The core indicator divides CO2 by energy use in coal equivalent, but the text read gives no factor for electricity. We use the equal value (等价值: coal needed to generate the electricity). If only the equivalent value (当量值: heat content) is entered, energy use is lower and the indicator higher. A park within the limit then still passes; any other park is undetermined.                                                                   |
      | proof            | zero-carbon-park        | -                      | own reading | Green power counts as zero CO2 in the emissions of a park only with physical proof or certificates. Without them, the electricity is included with its emissions. This is our own interpretation, because the annex on accounting was not read.                                                                                                                                                                                                          |
      | recommended      | 发改环资〔2025〕910号   | 3(2)                   | confirmed   | Each province may recommend at most two parks. Recommendations for the first round must be made by 22 August 2025.                                                                                                                                                                                                                                                                                                                                       |
      | title            | 发改环资〔2025〕910号   | 3(4)                   | confirmed   | A park may use the title of national zero-carbon park only after two steps in this order. First, the province evaluates the park; second, the national authority NDRC (National Development and Reform Commission) accepts it.                                                                                                                                                                                                                           |
      | list             | 发改环资〔2025〕910号   | 3(3), 3(4)             | confirmed   | A park on the national construction list does not yet have the title of zero-carbon park. The title requires provincial evaluation and national acceptance.                                                                                                                                                                                                                                                                                              |
      | hunan            | 湘工信节能〔2025〕467号 | table, as reprinted    | secondary   | Hunan limits the CO2 of a park per tonne of coal equivalent (tce) for 2027, 2030 and 2035. The limits are 1.1, 0.8 and 0.5 tCO2/tce from 1,000 ktce (thousand tce) a year, and 1.0, 0.7 and 0.3 tCO2/tce from 20 to below 1,000 ktce. The Hunan table also sets minimum values for the guiding indicators and requires growing income. We read a reprint of the text of 2025-12-24; its limits start at 20 ktce, those of the national text at 200 ktce. |
      | count            | zero-carbon-park        | -                      | own reading | A park has five guiding indicators: clean energy, energy norms, solid waste, waste heat and water. The notice sets no score for them. We count one point for each indicator that is met or excused.                                                                                                                                                                                                                                                      |
      | to-come          | zero-carbon-park        | -                      | own reading | A park must have applied, and its province must have recommended it in time. We do not count an application or recommendation with a future date. Without an application the condition to apply is undetermined. Without a recommendation the condition to be recommended is undetermined until its deadline has passed; then it is not satisfied.                                                                                                       |
      | papers           | zero-carbon-park        | -                      | own reading | The energy balance by energy type proves energy use, CO2 emissions and the clean energy share; a letter proves that no major accident occurred. Which document proves which fact is listed in the scorecard and is our own interpretation. For the other facts no document is named, so we accept a declaration.                                                                                                                                         |
      | record-age       | zero-carbon-park        | -                      | own reading | A letter that shows no major accident must be issued within the twelve months before the application date, or later. An older letter does not cover the time after its issue, so the condition is undetermined. A reported accident in the three years before the application counts regardless of the age of the letter.                                                                                                                                |
    And these settings
      | setting | label                                          | one of                 | default  | meaning                                                           |
      | scheme  | scheme                                         | national, hunan        | national | Whether national acceptance or acceptance in Hunan is applied for |
      | excuses | accepted reasons for missed guiding indicators | accepted, not_accepted | accepted | Whether an accepted reason excuses a missed guiding indicator     |
    And the choices of scheme
      | value    | words         |
      | national | national park |
      | hunan    | park of Hunan |
    And the choices of accepted reasons for missed guiding indicators
      | value        | words         |
      | accepted     | excuse        |
      | not_accepted | do not excuse |
    And these sections
      | section | label              | points |
      | guiding | Guiding indicators | 5      |
    And these grades
      | grade       | at least | also requires                                   | basis |
      | ready       | 5        | income indicator is met or does not apply holds | count |
      | conditional |          | gate N5 is met                                  | core  |
      | conditional |          | gate N5-HN is met                               | hunan |
    And the grades are called
      | grade       | words                               |
      | ready       | core and all guiding indicators met |
      | conditional | only core indicator met             |

  Rule: A park of 450 ktce

    Scenario: 83,000 t over 450,000 tce
      When evaluated as of 2026-11-20
      Then the quantity intensity is 83/450 tCO2e/t
      And the grade is ready
      And the conclusion is graded

    Scenario: 410,000 t fail the national core indicator
      Given CO2 from energy use is 410000 tCO2e
      And CO2 from industrial processes is 0 tCO2e
      When evaluated as of 2026-11-20
      Then the quantity intensity is 41/45 tCO2e/t
      And the grade is none
      And the conclusion is gate failed

    Scenario: The same park passes the core indicator of Hunan for 2027
      Given the setting scheme is hunan
      And CO2 from energy use is 410000 tCO2e
      And CO2 from industrial processes is 0 tCO2e
      And clean energy share is 59 %
      When evaluated as of 2026-11-20
      Then gate N5-HN is met
      And the grade is conditional
