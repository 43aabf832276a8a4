# language: en
Feature: Further examples · CBAM, one importer and calendar year
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Proposed by a search from the rules as they stood on 2026-11-21, and read in samples only.

  Background:
    Given the scorecard cbam-importer

  Rule: What the examples beside the rules leave open

    Scenario: quantity asked_late asked after 2027 of 2026
      Given last day of the year is 2027-12-31
      And certificates that remain are
        | lot | bought on  | for imports of 2026 | left after surrender | repurchase asked |
        | A   | 2027-05-03 | yes                 | 120 tCO2e            | 0.001 tCO2e      |
      When evaluated as of 2028-11-20
      Then for lot A the quantity asked after 2027 of 2026 is 1 item
      And the quantity mass new this year is 0 t
      And the quantity asked of all ordinary ones is 0 tCO2e

    Scenario: quantity bound holding binds
      Given the setting first quarter of the holding is same_quarter
      And supposing mass before the quarter is 50 t
      When evaluated as of 2034-06-30
      Then the quantity holding binds is 1

    Scenario: quantity by_last_year certificates of last year count
      Given last day of the year is 2028-12-30
      And basis of the holding is last_year
      When evaluated as of 2034-06-30
      Then the quantity certificates of last year count is 0
      And the conclusion is gate failed

    Scenario: quantity default_route route of the default value
      Given goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | DE                | 2027-02-10  | 2500 t   |
        | L2   | 28041000 | CN                | 2027-07-01  | 1 t      |
      When evaluated as of 2027-06-30
      Then for imported good L1 the quantity free allocation is 1.3015 tCO2e/t
      And for imported good L1 the quantity base of the holding is 6868.75 tCO2e
      And the quantity base of hydrogen is 0 tCO2e

    Scenario: quantity expired cancelled of the lot
      Given certificates that remain are
        | lot | bought on  | for imports of 2026 | left after surrender | repurchase asked |
        | A   | 2027-05-03 | yes                 | 120 tCO2e            | 120 tCO2e        |
      When evaluated as of 2028-11-20
      Then no finding C.CANCEL is raised

    Scenario: quantity expired cancelled of the lot (2)
      Given certificates that remain are
        | lot | bought on  | for imports of 2026 | left after surrender | repurchase asked |
        | A   | 2027-05-03 | no                  | 120 tCO2e            | 120 tCO2e        |
      And last day of the year is 2028-12-31
      When evaluated as of 2028-11-20
      Then no finding C.CANCEL is raised

    Scenario: quantity half half of the emissions
      Given last day of the quarter is 2027-06-30
      And goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | BR                | 2027-02-10  | 2500 t   |
        | L2   | 72083900 | BR                | 2027-07-01  | 1000 t   |
      And last day of the year is 2027-12-30
      When evaluated as of 2027-06-30
      Then the quantity half of the emissions is 0 tCO2e
      And gate H0 is not applicable
      And no finding H.LATER is raised

    Scenario: quantity half half of the emissions (2)
      Given last day of the year is 2027-12-31
      And last day of the quarter is 2027-06-30
      And goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72044990 | BR                | 2027-02-10  | 2500 t   |
        | L2   | 28041000 | CN                | 2027-02-10  | 1 t      |
      When evaluated as of 2027-06-30
      Then the quantity half of the emissions is 10.902725 tCO2e
      And the quantity mass new this year is between 0 t and 1 t
      And the quantity certificates of all lines is 27.13345 tCO2e

    Scenario: quantity highest_penalty highest penalty without status
      Given supposing obligations is 0.99
      And supposing may import is 0
      When evaluated as of 2028-11-20
      Then the quantity highest penalty without status is 0 EUR
      And the quantity lowest penalty without status is 0 EUR

    Scenario: quantity hydrogen_base base of hydrogen
      Given last day of the quarter is 2027-06-30
      And goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | DE                | 2027-02-10  | 2500 t   |
        | L2   | 28041000 | NO                | 2027-02-10  | 1 t      |
      When evaluated as of 2027-06-30
      Then the quantity base of hydrogen is 0 tCO2e
      And the quantity mass new this year is 0 t

    Scenario: quantity hydrogen_base base of hydrogen (2)
      Given last day of the year is 2027-12-31
      And goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | DE                | 2027-02-10  | 2500 t   |
        | L2   | 28041000 | CN                | 2026-12-31  | 1 t      |
      When evaluated as of 2027-06-30
      Then the quantity base of hydrogen is 0 tCO2e
      And the quantity mass new this year is 0 t

    Scenario: quantity hydrogen_mass mass of hydrogen
      Given goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | BR                | 2026-05-10  | 10 t     |
        | L2   | 28041000 | TR                | 2026-01-01  | 1 t      |
      When evaluated as of 2026-11-20
      Then gate D2 is met
      And the quantity holding binds for some goods is 1
      And the quantity mass before the quarter is 10 t
      And the quantity mass new this year is between 0 t and 11 t
      And the quantity certificates of all lines is 11.402725 tCO2e
      And the quantity certificates of hydrogen is 6.940225 tCO2e

    Scenario: quantity hydrogen_mass mass of hydrogen (2)
      Given goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | BR                | 2026-05-10  | 10 t     |
        | L2   | 28041000 | TR                | 2026-12-31  | 1 t      |
      When evaluated as of 2026-11-20
      Then gate D2 is met
      And the quantity mass new this year is between 0 t and 11 t
      And the quantity certificates of all lines is 11.402725 tCO2e
      And the quantity certificates of hydrogen is 6.940225 tCO2e

    Scenario: quantity power_line line of electricity
      Given goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | BR                | 2026-05-10  | 10 t     |
        | L2   | 27160000 | TR                | 2026-06-01  | 0 t      |
      When evaluated as of 2026-11-20
      Then the quantity lines of electricity is 1 item

    Scenario: quantity power_lines lines of electricity
      Given goods lines are
        | line | country of origin | imported on | net mass | declared last year | certificates per tonne last year |
        | L1   | BR                | 2026-01-01  | 50.001 t | no                 | not applicable                   |
      When evaluated as of 2026-11-20
      Then the quantity lines of electricity is between 0 items and 1 item
      And gate R1 is undetermined
      And gate S1 is undetermined

    Scenario: quantity power_lines lines of electricity (2)
      Given goods lines are
        | line | country of origin | imported on | net mass | declared last year | certificates per tonne last year |
        | L1   | BR                | 2026-12-31  | 50.001 t | no                 | not applicable                   |
      When evaluated as of 2026-11-20
      Then the quantity lines of electricity is between 0 items and 1 item

    Scenario: quantity reduced_penalty penalty without status if reduced
      Given authorised declarant is no
      And index of the penalty is 1.25
      When evaluated as of 2028-11-20
      Then the quantity penalty without status if reduced is 2789.11828125 EUR

    Scenario: quantity to_hold certificates to hold
      Given last day of the year is 2027-12-30
      And goods lines is missing
      When evaluated as of 2034-06-30
      Then the quantity certificates to hold is 0 tCO2e
      And gate H1 is not applicable

    Scenario: gate C1 Repurchase requested by 31 October
      Given repurchase requested is missing
      When evaluated as of 2028-11-20
      Then gate C1 is undetermined
      And gate C2 is undetermined
      And gate C4 is undetermined

    Scenario: gate D1 Declaration filed once it was due
      Given last day of the year is 2027-01-01
      When evaluated as of 2027-10-01
      Then gate D1 is not applicable

    Scenario: gate H2 Certificates of last year only from 2028
      Given last day of the year is 2027-12-30
      And basis of the holding is last_year
      When evaluated as of 2034-06-30
      Then the conclusion is scored

    Scenario: gate S2 Indirect representative authorised, even below the threshold
      Given indirect representative imports is missing
      When evaluated as of 2027-10-01
      Then the conclusion is incomplete

    Scenario: finding C.CANCEL Certificates are cancelled on 1 November without compensation
      Given supposing certificates cancelled is 0.01 tCO2e
      When evaluated as of 2028-11-20
      Then an observation C.CANCEL is raised

    Scenario: finding H.LATER Exceeded only in this quarter: half must be held by the end of the next one
      Given supposing mass until the quarter ends is 50.01 t
      And last day of the year is 2027-12-31
      When evaluated as of 2034-06-30
      Then an observation H.LATER is raised

    Scenario: finding H.LATER Exceeded only in this quarter: half must be held by the end of the next one (2)
      Given supposing mass until the quarter ends is 50.01 t
      And supposing mass before the quarter is 50 t
      And last day of the year is 2027-12-31
      When evaluated as of 2034-06-30
      Then an observation H.LATER is raised

    Scenario: finding H.NEW Goods that were not declared last year count by default values
      Given supposing certificates of last year count is 1
      And supposing mass new this year is 0.01 t
      When evaluated as of 2034-06-30
      Then an observation H.NEW is raised
