# language: en
Feature: CCER, tonnes of a monitoring period
  How many tonnes of a monitoring period may be registered, with the readings that count and those that fall out, and whether a holder may use them.

  Background:
    Given this scorecard
      | field           | value                                                                                              |
      | id              | ccer-reduction                                                                                     |
      | version         | 4.0.0                                                                                              |
      | supersedes      | 3.0.0                                                                                              |
      | title           | CCER, tonnes of a monitoring period                                                                |
      | subject         | monitoring-period                                                                                  |
      | attestation     | verification statement                                                                             |
      | time zone       | Asia/Shanghai                                                                                      |
      | effective from  | 2023-10-24                                                                                         |
      | rounding        | half-even, 2 decimals                                                                              |
      | not applicable  | refuse                                                                                             |
      | does not assess | whether the grid factors and their weights are right: they are an image in the text that was read  |
      | does not assess | methodologies other than grid-connected solar thermal and offshore wind, whose texts were not read |
      | does not assess | repair within 30 days after a fault of a meter, and the six decimals of coordinates                |
      | does not assess | which days are working days: their number is taken as given                                        |
      | does not assess | papers behind the day of the request, the use and the price agreed: none is known                  |
    And these bases
      | basis           | instrument                   | clause                        | certainty   | note                                                                                                                                                                                                                               |
      | window          | 温室气体自愿减排交易管理办法 | Article 17                    | confirmed   | Produced after 2020-09-22, inside the crediting period, and not older than five years before the request.                                                                                                                          |
      | window-reading  | 温室气体自愿减排交易管理办法 | Article 17                    | own reading | "After" is read as strictly later; any day older than five years falls out; five years back from 29 February lead to 28 February.                                                                                                  |
      | whole           | ccer-reduction               | -                             | own reading | A reading that lies across a limit is not divided: split it at the limit. No day is read twice.                                                                                                                                    |
      | request-reading | ccer-reduction               | -                             | own reading | What is produced after the day of the request is not asked for by it.                                                                                                                                                              |
      | not-yet         | ccer-reduction               | -                             | own reading | What has not come yet has reduced nothing: a reading counts once its last day is over.                                                                                                                                             |
      | roles           | 温室气体自愿减排交易管理办法 | Article 18                    | confirmed   |                                                                                                                                                                                                                                    |
      | publicity       | 温室气体自愿减排交易管理办法 | Article 19                    | confirmed   |                                                                                                                                                                                                                                    |
      | amount          | 温室气体自愿减排交易管理办法 | Article 21                    | confirmed   | Registered is what the verifying body found.                                                                                                                                                                                       |
      | amount-reading  | 温室气体自愿减排交易管理办法 | Article 21                    | own reading | Where more was verified than these readings give, no more than these.                                                                                                                                                              |
      | decision        | 温室气体自愿减排交易管理办法 | Article 22                    | confirmed   |                                                                                                                                                                                                                                    |
      | use             | 温室气体自愿减排交易管理办法 | Article 28                    | confirmed   |                                                                                                                                                                                                                                    |
      | abroad          | 温室气体自愿减排交易管理办法 | Article 29                    | confirmed   | Rules on transfer abroad are to come.                                                                                                                                                                                              |
      | old             | 2023年10月生态环境部通知     | as reported                   | secondary   | CCER of before March 2017 may not be used in the national market after 2024-12-31.                                                                                                                                                 |
      | m-solar         | CCER-01-001-V01              | formulas                      | confirmed   | Solar thermal: fossil fuel counts as project emission; crediting period at most 10 years.                                                                                                                                          |
      | m-wind          | CCER-01-002-V01              | formulas                      | confirmed   | Offshore wind: neither project emission nor leakage; crediting period at most 10 years.                                                                                                                                            |
      | m-meter         | CCER-01-002-V01              | meters                        | confirmed   | Of a meter out of class or not calibrated, export less its error, import plus its error. The same in CCER-01-001-V01.                                                                                                              |
      | weights-sum     | ccer-reduction               | -                             | own reading | The two weights make 100 % together.                                                                                                                                                                                               |
      | m-other         | CCER方法学                   | texts not read                | secondary   |                                                                                                                                                                                                                                    |
      | start-reading   | CCER方法学                   | begin of the crediting period | own reading | Chosen by the owner, not before 2020-09-23.                                                                                                                                                                                        |
      | proof           | ccer-reduction               | -                             | own reading | Design document, validation and verification reports, meter certificates, registry extract and cancellation receipt are the papers; which fact each proves is read. For the other facts no paper is named: a declaration suffices. |
    And these settings
      | setting       | label                     | one of              | default   | meaning                                                                                          |
      | after_reading | reading of after          | strict, inclusive   | strict    | whether reductions of 2020-09-22 itself count                                                    |
      | five_years    | reading of the five years | every_day, last_day | every_day | whether every day of a reading, or its last alone, must lie within five years before the request |
    And the choices of reading of after
      | value     | words                         |
      | strict    | the day itself does not count |
      | inclusive | the day itself counts         |
    And the choices of reading of the five years
      | value     | words                    |
      | every_day | every day of the reading |
      | last_day  | last day of the reading  |

  Rule: The worked period

    Scenario: 1,247,000 MWh at 0.575 are 717,025 tonnes
      When evaluated as of 2024-09-01
      Then the quantity computed is 717025 tCO2e
      And the quantity registrable is 717025 tCO2e
      And the conclusion is scored
