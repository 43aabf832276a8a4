# language: en
Feature: Green office
  Prose may stand here.

  Background:
    Given this scorecard
      | field           | value                 |
      | id              | green-office          |
      | version         | 1.0.0                 |
      | title           | Green office          |
      | subject         | office                |
      | attestation     | self-assessment       |
      | time zone       | Asia/Shanghai         |
      | effective from  | 2026-01-01            |
      | rounding        | half-even, 2 decimals |
      | not applicable  | drop and rescale      |
      | does not assess | noise                 |
    And these bases
      | basis | instrument   | clause  | certainty   | note                                                                |
      | guide | Guide 1-2026 | 4.2     | confirmed   |                                                                     |
      | table | Guide 1-2026 | Table 3 | secondary   | as quoted elsewhere                                                 |
      | own   | green-office | -       | own reading | Without electricity 0 % is green; without emissions all is cleared. |
    And these settings
      | setting | label          | one of      | default | meaning                |
      | reading | reading of 4.2 | wide, close | wide    | whether branches count |
    And the choices of reading of 4.2
      | value | words         |
      | wide  | with branches |
      | close | head office   |
    And these facts
      | fact        | label            | type   | unit | at least | at most | evidence    | assurance | no older than |
      | electricity | electricity used | number | MWh  | 0        |         | bill, meter |           | 24 months     |
      | renewable   | green power      | number | MWh  | 0        |         | bill        | limited   |               |
      | fines       |                  | number | time | 0        |         |             |           |               |
    And these facts
      | fact      | label          | type                  | one of                   | may not apply | may lie ahead | given |
      | tariff    |                | choice                | green, grey              |               |               | yes   |
      | measures  |                | choices               | lamps, heating, training |               |               |       |
      | published | plan published | flag                  |                          | yes           |               |       |
      | audited   | audit date     | date                  |                          |               |               |       |
      | year      | report year    | period                |                          |               | yes           |       |
      | city      |                | text                  |                          |               |               |       |
      | credits   | carbon credits | list of carbon credit |                          |               |               |       |
    And each credit has
      | field   | label      | type   | unit  | one of             | at least |
      | serial  |            | text   |       |                    |          |
      | amount  |            | number | tCO2e |                    | 0        |
      | kind    |            | choice |       | removal, reduction |          |
      | retired | retired on | date   |       |                    |          |
    And credit is called carbon credit
    And no two carbon credits share a serial
    And this reference case
      | fact             | value                    |
      | electricity used | 120 MWh                  |
      | green power      | 96 MWh                   |
      | fines            | 0 times                  |
      | tariff           | green                    |
      | measures         | lamps, training          |
      | plan published   | yes                      |
      | audit date       | 2025-11-03               |
      | report year      | 2025-01-01 to 2025-12-31 |
      | city             | Nanjing                  |
    And in the reference case carbon credits are
      | serial | amount   | kind    | retired on |
      | A-1    | 12 tCO2e | removal | 2026-02-01 |
  Rule: The reading that is chosen
    Scenario: the head office alone emits less
      Given the setting reading of 4.2 is head office
      When evaluated as of 2026-06-30
      Then the quantity emitted is 12 tCO2e
      And the grade is good
