# language: en
Feature: Low-carbon retrofit of coal power
  Whether a retrofitted unit emits about half of what similar units emitted in 2023.

  Background:
    Given this scorecard
      | field           | value                                                          |
      | id              | coal-retrofit                                                  |
      | version         | 2.0.0                                                          |
      | supersedes      | 1.1.0                                                          |
      | title           | Low-carbon retrofit of coal power                              |
      | subject         | unit                                                           |
      | attestation     | self-assessment                                                |
      | time zone       | Asia/Shanghai                                                  |
      | effective from  | 2024-07-31                                                     |
      | rounding        | half-even, 4 decimals                                          |
      | not applicable  | refuse                                                         |
      | does not assess | which units are similar, and their mean of 2023: it is entered |
      | does not assess | what near gas power means                                      |
    And these bases
      | basis  | instrument                 | clause                    | certainty   | note                                                                                                                                                |
      | plan   | 煤电低碳化改造建设行动方案 | 2024 to 2027, as reported | secondary   | By 2027 about 50 % below the mean of similar units of 2023. Published in mid 2024: the day is not known, the end of July is taken.                  |
      | routes | 煤电低碳化改造建设行动方案 | routes, as reported       | secondary   | Biomass, green ammonia, carbon capture.                                                                                                             |
      | about  | coal-retrofit              | -                         | own reading | "About 50 %" is read as at least 50 %, or at least 45 % by the other setting.                                                                       |
      | year   | coal-retrofit              | -                         | own reading | Projects of this plan are measured by their emissions of 2027 or later; a year is measured once it is over, and open until then.                    |
      | proof  | coal-retrofit              | -                         | own reading | The report on the heat rate of the unit before and after is the paper for its emissions; for the other facts none is named: a declaration suffices. |
    And these settings
      | setting    | label                 | one of            | default | meaning                                          |
      | about_half | reading of about 50 % | fifty, forty_five | fifty   | from which fall on a retrofit reaches the target |
    And the choices of reading of about 50 %
      | value      | words         |
      | fifty      | at least 50 % |
      | forty_five | at least 45 % |

  Rule: The worked unit

    Scenario: 0.405 where similar units had 0.820
      When evaluated as of 2028-03-31
      Then the quantity fall is 2075/41 %
      And gate CR1 is met
      And the conclusion is scored
