# language: en
Feature: Allocation with carry-over
  A draft card on Japan's emissions trading since April 2026: what a company is allocated for a fiscal year, with what it carries over
  from the year before, what it may cover with credits, what it lacks, and what it carries into the next year.

  Background:
    Given this scorecard
      | field           | value                                                             |
      | id              | gx-allocation                                                     |
      | version         | 0.1.0                                                             |
      | title           | Allocation with carry-over                                        |
      | subject         | company                                                           |
      | attestation     | self-assessment                                                   |
      | time zone       | Asia/Tokyo                                                        |
      | effective from  | 2026-04-01                                                        |
      | rounding        | half-even, 2 decimals                                             |
      | not applicable  | refuse                                                            |
      | does not assess | sectors that are allocated by benchmarks                          |
      | does not assess | changes of a company's extent, and what an investment plan brings |
      | does not assess | emissions that other companies of a group account for             |
    And these bases
      | basis   | instrument     | clause           | certainty   | note                                                          |
      | scope   | GX-ETS, FY2026 | who is covered   | secondary   | a mean of 100,000 t of direct emissions over three years      |
      | fall    | GX-ETS, FY2026 | grandfathering   | secondary   | 1.7 % less each year                                          |
      | credits | GX-ETS, FY2026 | use of credits   | secondary   | J-Credits and credits of the JCM, 10 % of the emissions       |
      | price   | GX-ETS, FY2026 | price reference  | secondary   | 4,300 yen a tonne at most in fiscal 2026                      |
      | lack    | GX-ETS, FY2026 | unpaid shortfall | secondary   | 1.1 times the greatest price                                  |
      | own     | gx-allocation  | -                | own reading | fiscal 2026 is the first year of the fall; whole tonnes, down |
      | carry   | gx-allocation  | -                | own reading | no text on carry-over was found: the reading is asked for     |
    And these settings
      | setting | label            | one of           | default  | meaning                                                     |
      | banked  | carry-over reads | whole, nothing   |          | how much of a balance goes into the next year               |
      | way     | way of the fall  | points, compound | compound | whether points of the first year or of the year before fall |
    And these facts
      | fact    | label                        | type                | unit  | at least | evidence            |
      | year    | fiscal year                  | period              |       |          |                     |
      | past    | years before                 | list of year before |       |          |                     |
      | emitted | emissions of the fiscal year | number              | tCO2e | 0        | verification-report |
      | balance | balance of the year before   | number              | tCO2e | 0        | registry-account    |
      | bought  | bought less sold             | number              | tCO2e |          | registry-account    |
      | credits | credits handed in            | list of credit      |       |          |                     |
    And these facts from an earlier evaluation
      | fact                       | is                       | in the evaluation              | may be stated | basis |
      | balance of the year before | the quantity carried out | of the year before fiscal year | yes           | carry |
    And each earlier has
      | field  | label            | type   | unit  | at least |
      | which  | year             | text   |       |          |
      | direct | direct emissions | number | tCO2e | 0        |
    And earlier is called year before
    And no two years before share a year
    And each credit has
      | field  | type   | unit  | one of               | at least |
      | serial | text   |       |                      |          |
      | kind   | choice |       | j_credit, jcm, other |          |
      | amount | number | tCO2e |                      | 0        |
    And no two credits handed in share a serial
    And this reference case
      | fact                         | value                    |
      | fiscal year                  | 2026-04-01 to 2027-03-31 |
      | emissions of the fiscal year | 1000000 tCO2e            |
      | balance of the year before   | 20000 tCO2e              |
      | bought less sold             | 0 tCO2e                  |
    And in the reference case years before are
      | year | direct emissions |
      | 2023 | 990000 tCO2e     |
      | 2024 | 1000000 tCO2e    |
      | 2025 | 1010000 tCO2e    |
    And in the reference case credits handed in are
      | serial | kind     | amount     |
      | J-1    | j_credit | 5000 tCO2e |
      | X-1    | other    | 900 tCO2e  |

  Rule: The reference case

    Scenario: a balance that is carried over closes the gap
      Given the setting carry-over reads is whole
      And emissions of the fiscal year is 1008000 tCO2e
      When evaluated as of 2027-06-30
      Then the result allocated is 983000 tCO2e
      And the result shortfall is 0 tCO2e
      And the result next_year is 0 tCO2e
      And the conclusion is scored

    Scenario: without a reading the tonnes that lack stay open
      When evaluated as of 2027-06-30
      Then the quantity tonnes lacking is between 0 tCO2e and 12000 tCO2e
