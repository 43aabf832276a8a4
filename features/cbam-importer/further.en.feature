# language: en
Feature: More examples · CBAM, one importer and calendar year
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Reviewed against the bases of the scorecard.

  Background:
    Given the scorecard cbam-importer

  Rule: Cases that the examples of the rules do not cover

    Scenario: the least amount of certificates for 2026 asked for after 2027 is told
      Given last day of the year is 2027-12-31
      And remaining certificates are
        | lot | date of purchase | for imports of 2026 | certificates left after surrender | certificates requested for repurchase |
        | A   | 2027-05-03       | yes                 | 120 tCO2e                         | 0.001 tCO2e                           |
      When evaluated as of 2028-11-20
      Then for lot A the quantity late request for a lot of 2026 is 1 item
      And the quantity total mass not declared last year is 0 t
      And the quantity total ordinary certificates requested is 0 tCO2e

    Scenario: with exactly fifty tonnes before the quarter the reading of the same quarter binds
      Given the setting first quarter of the holding is same_quarter
      And supposing mass before the quarter is 50 t
      When evaluated as of 2034-06-30
      Then the quantity holding required (1 = yes) is 1

    Scenario: certificates of last year do not count for a year that ends before 31 December 2028
      Given last day of the year is 2028-12-30
      And basis of the holding is last_year
      When evaluated as of 2034-06-30
      Then the quantity certificates of last year usable (1 = yes) is 0
      And gate H2 is not met

    Scenario: a country without values of its own takes value and route of the others
      Given goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | DE                | 2027-02-10     | 2500 t   |
        | L2   | 28041000 | CN                | 2027-07-01     | 1 t      |
      When evaluated as of 2027-06-30
      Then for imported good L1 the quantity free allocation is 1.3015 tCO2e/t
      And for imported good L1 the quantity base of the holding is 6868.75 tCO2e
      And the quantity base of hydrogen is 0 tCO2e

    Scenario: of a lot for 2026 all of which is asked back nothing is cancelled
      Given remaining certificates are
        | lot | date of purchase | for imports of 2026 | certificates left after surrender | certificates requested for repurchase |
        | A   | 2027-05-03       | yes                 | 120 tCO2e                         | 120 tCO2e                             |
      When evaluated as of 2028-11-20
      Then no finding C.CANCEL is raised

    Scenario: of an ordinary lot all of which is asked back nothing is cancelled
      Given remaining certificates are
        | lot | date of purchase | for imports of 2026 | certificates left after surrender | certificates requested for repurchase |
        | A   | 2027-05-03       | no                  | 120 tCO2e                         | 120 tCO2e                             |
      And last day of the year is 2028-12-31
      When evaluated as of 2028-11-20
      Then no finding C.CANCEL is raised

    Scenario: no half is asked for a year that ends before 31 December 2027
      Given last day of the quarter is 2027-06-30
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | 2027-02-10     | 2500 t   |
        | L2   | 72083900 | BR                | 2027-07-01     | 1000 t   |
      And last day of the year is 2027-12-30
      When evaluated as of 2027-06-30
      Then the quantity half of the emissions is 0 tCO2e
      And gate H0 is not applicable
      And no finding H.LATER is raised

    Scenario: below the threshold half is of hydrogen alone, and what is due has its mark-up
      Given last day of the year is 2027-12-31
      And last day of the quarter is 2027-06-30
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72044990 | BR                | 2027-02-10     | 2500 t   |
        | L2   | 28041000 | CN                | 2027-02-10     | 1 t      |
      When evaluated as of 2027-06-30
      Then the quantity half of the emissions is 10.902725 tCO2e
      And the quantity total mass not declared last year is between 0 t and 1 t
      And the quantity certificates of all lines is 27.13345 tCO2e

    Scenario: without importer has obligations (1 = yes) there is no penalty
      Given supposing importer has obligations (1 = yes) is 0.99
      And supposing entitled to import (1 = yes) is 0
      When evaluated as of 2028-11-20
      Then the quantity highest penalty without status is 0 EUR
      And the quantity lowest penalty without status is 0 EUR

    Scenario: hydrogen from Norway counts nothing
      Given last day of the quarter is 2027-06-30
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | DE                | 2027-02-10     | 2500 t   |
        | L2   | 28041000 | NO                | 2027-02-10     | 1 t      |
      When evaluated as of 2027-06-30
      Then the quantity base of hydrogen is 0 tCO2e
      And the quantity total mass not declared last year is 0 t

    Scenario: hydrogen of the year before counts nothing
      Given last day of the year is 2027-12-31
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | DE                | 2027-02-10     | 2500 t   |
        | L2   | 28041000 | CN                | 2026-12-31     | 1 t      |
      When evaluated as of 2027-06-30
      Then the quantity base of hydrogen is 0 tCO2e
      And the quantity total mass not declared last year is 0 t

    Scenario: hydrogen date of import 1 January is of the year
      Given goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | 2026-05-10     | 10 t     |
        | L2   | 28041000 | TR                | 2026-01-01     | 1 t      |
      When evaluated as of 2027-10-01
      Then gate D2 is met
      And the quantity holding required for some goods (1 = yes) is 1
      And the quantity mass before the quarter is 10 t
      And the quantity total mass not declared last year is between 0 t and 11 t
      And the quantity certificates of all lines is 11.402725 tCO2e
      And the quantity certificates of hydrogen is 6.940225 tCO2e

    Scenario: hydrogen date of import 31 December is of the year
      Given goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | 2026-05-10     | 10 t     |
        | L2   | 28041000 | TR                | 2026-12-31     | 1 t      |
      When evaluated as of 2027-10-01
      Then gate D2 is met
      And the quantity total mass not declared last year is between 0 t and 11 t
      And the quantity certificates of all lines is 11.402725 tCO2e
      And the quantity certificates of hydrogen is 6.940225 tCO2e

    Scenario: electricity from a third country is a line of it, whatever its mass
      Given goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | 2026-05-10     | 10 t     |
        | L2   | 27160000 | TR                | 2026-06-01     | 0 t      |
      When evaluated as of 2026-11-20
      Then the quantity lines of electricity is 1 item

    Scenario: a line of 1 January whose code is not said may be electricity
      Given goods lines are
        | line | country of origin | date of import | net mass | declared last year | certificates per tonne last year |
        | L1   | BR                | 2026-01-01     | 50.001 t | no                 |                                  |
      When evaluated as of 2026-11-20
      Then the quantity lines of electricity is between 0 items and 1 item
      And gate R1 is undetermined
      And gate S1 is undetermined

    Scenario: a line of 31 December whose code is not said may be electricity
      Given goods lines are
        | line | country of origin | date of import | net mass | declared last year | certificates per tonne last year |
        | L1   | BR                | 2026-12-31     | 50.001 t | no                 |                                  |
      When evaluated as of 2026-11-20
      Then the quantity lines of electricity is between 0 items and 1 item

    Scenario: the index raises the reduced penalty too
      Given authorised declarant is no
      And index of the penalty is 1.25
      When evaluated as of 2028-11-20
      Then the quantity penalty without status if reduced is 2789.11828125 EUR

    Scenario: nothing is to be held for a year that ends before 31 December 2027, whatever was imported
      Given last day of the year is 2027-12-30
      And goods lines is missing
      When evaluated as of 2034-06-30
      Then the quantity certificates to hold is 0 tCO2e
      And gate H1 is not applicable

    Scenario: whether repurchase is requested must be said
      Given repurchase requested is missing
      When evaluated as of 2028-11-20
      Then gate C1 is undetermined
      And gate C2 is undetermined
      And gate C4 is undetermined

    Scenario: on the day nine months after the year nothing is late
      Given last day of the year is 2027-01-01
      When evaluated as of 2027-10-01
      Then gate D1 is not applicable

    Scenario: the basis of last year is no fault before 2027 ends
      Given last day of the year is 2027-12-30
      And basis of the holding is last_year
      When evaluated as of 2034-06-30
      Then gate H2 is not applicable

    Scenario: whether an indirect representative imports must be said
      Given indirect representative imports is missing
      When evaluated as of 2027-10-01
      Then the conclusion is incomplete

    Scenario: the least amount cancelled is told
      Given supposing certificates cancelled is 0.01 tCO2e
      When evaluated as of 2028-11-20
      Then an observation C.CANCEL is raised

    Scenario: just above fifty tonnes in the quarter it is told that half must be held by the end of the next one
      Given supposing mass up to the end of the quarter is 50.01 t
      And last day of the year is 2027-12-31
      When evaluated as of 2034-06-30
      Then an observation H.LATER is raised

    Scenario: so it is with exactly fifty tonnes before the quarter
      Given supposing mass up to the end of the quarter is 50.01 t
      And supposing mass before the quarter is 50 t
      And last day of the year is 2027-12-31
      When evaluated as of 2034-06-30
      Then an observation H.LATER is raised

    Scenario: the least mass that was not declared last year is told
      Given supposing certificates of last year usable (1 = yes) is 1
      And supposing total mass not declared last year is 0.01 t
      When evaluated as of 2034-06-30
      Then an observation H.NEW is raised

    Scenario Outline: cement, fertilisers and aluminium count as steel does
      Given last day of the year is 2027-12-31
      And first day of the quarter is 2027-04-01
      And last day of the quarter is 2027-06-30
      And goods lines are
        | line | CN code | country of origin | date of import | net mass | declared last year |
        | L1   | <code>  | CN                | 2027-02-10     | 100 t    | no                 |
      When evaluated as of 2027-06-30
      Then the quantity mass up to the end of the quarter is 100 t
      And the quantity mass before the quarter is 100 t
      And the quantity total mass not declared last year is 100 t
      And the quantity base of all lines is <base> tCO2e
      And the quantity certificates to hold is <half> tCO2e
      And the quantity certificates of all lines is <with_mark_up> tCO2e

      Examples:
        | code     | base    | half    | with_mark_up |
        | 25232900 | 78.73   | 39.365  | 107.13       |
        | 31021019 | 199.31  | 99.655  | 202.16       |
        | 76011010 | 164.815 | 82.4075 | 224.815      |

    Scenario: the route of the benchmark is that of the country, not that of the others
      Given last day of the year is 2027-12-31
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72061000 | AZ                | 2027-02-10     | 100 t    |
      When evaluated as of 2027-06-30
      Then for imported good L1 the quantity default value is 0.13 tCO2e/t
      And for imported good L1 the quantity free allocation is 0.02565 tCO2e/t

    Scenario Outline: of hydrogen alone, half of what was surrendered for it last year
      Given last day of the year is 2028-12-31
      And first day of the quarter is 2028-04-01
      And last day of the quarter is 2028-06-30
      And basis of the holding is last_year
      And certificates surrendered last year is 20 tCO2e
      And goods lines are
        | line | CN code | country of origin | date of import | net mass | declared last year | certificates per tonne last year |
        | L1   | <code>  | CN                | <day>          | 1 t      | <declared>         | 12 tCO2e/t                       |
      When evaluated as of 2028-06-30
      Then the quantity half of the emissions is <half> tCO2e
      And the quantity certificates to hold is <half> tCO2e

      Examples:
        | code     | day        | declared | half     |
        | 28041000 | 2028-02-10 | yes      | 10       |
        | 28041000 | 2028-01-15 | no       | 21.02995 |
        | 72083900 | 2028-02-10 | yes      | 0        |

    Scenario: a quarter that begins on 31 December is none of the calendar year
      Given last day of the year is 2027-12-31
      And first day of the quarter is 2026-12-31
      And last day of the quarter is 2027-03-30
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | 2027-02-10     | 100 t    |
      When evaluated as of 2027-06-30
      Then gate H0 is not met

    Scenario: without a choice the number of last year counts as a whole
      Given last day of the year is 2028-12-31
      And first day of the quarter is 2028-04-01
      And last day of the quarter is 2028-06-30
      And basis of the holding is last_year
      And certificates surrendered last year is 1000 tCO2e
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass | declared last year | certificates per tonne last year |
        | L1   | 72083900 | BR                | 2028-02-10     | 2000 t   | yes                | 0.25 tCO2e/t                     |
      When evaluated as of 2028-06-30
      Then the quantity certificates to hold is 500 tCO2e

    Scenario: what a tonne was surrendered for last year, and is not told, is not nought
      Given last day of the year is 2028-12-31
      And first day of the quarter is 2028-04-01
      And last day of the quarter is 2028-06-30
      And basis of the holding is last_year
      And certificates surrendered last year is 20 tCO2e
      And the setting interpretation of the certificates of last year is per_tonne
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass | declared last year |
        | L1   | 72083900 | CN                | 2028-02-10     | 100 t    | yes                |
      When evaluated as of 2028-06-30
      Then the quantity base of all lines is undetermined because of goods lines
