# language: en
Feature: Repurchase and cancellation
  What may be sold back of certificates that remain after surrender, until when, and what is cancelled on 1 November.

  Background:
    Given the scorecard cbam-importer
    And these facts
      | fact                 | label                              | type                        | unit  | at least | evidence         |
      | repurchase_requested | repurchase requested               | flag                        |       |          |                  |
      | requested_on         | requested on                       | date                        |       |          | registry-extract |
      | obliged_purchases    | certificates that had to be bought | number                      | tCO2e | 0        |                  |
      | lots                 | certificates that remain           | list of lot of certificates |       |          | registry-extract |
    And each lot has
      | field     | label                | type   | unit  | at least |
      | lot       | lot                  | text   |       |          |
      | bought_on | bought on            | date   |       |          |
      | of_2026   | for imports of 2026  | flag   |       |          |
      | left      | left after surrender | number | tCO2e | 0        |
      | asked     | repurchase asked     | number | tCO2e | 0        |
    And lot is called lot of certificates
    And no two certificates that remain share a lot
    And this reference case
      | fact                               | value      |
      | repurchase requested               | no         |
      | requested on                       | 2027-10-31 |
      | certificates that had to be bought | 100 tCO2e  |
      | certificates that remain           | none       |

  Rule: Repurchase until 31 October, cancellation on 1 November
    Background:
      Given for each lot of certificates the quantity asked of ordinary ones (ordinary_asked), in tCO2e
        | is               | when                       | basis              |
        | 0 tCO2e          | for imports of 2026 is yes | repurchase-reading |
        | repurchase asked | otherwise                  | repurchase         |
      And for each lot of certificates the quantity asked after 2027 of 2026 (asked_late), in items, on basis repurchase-2026
        | is      | when                                                                                                        |
        | 1 item  | for imports of 2026 is yes; repurchase asked is more than 0 tCO2e; last day of the year is after 2026-12-31 |
        | 0 items | otherwise                                                                                                   |
      And for each lot of certificates the quantity asked beyond what is left (surplus), in tCO2e, on basis repurchase
        | is                                                    |
        | max(repurchase asked - left after surrender, 0 tCO2e) |
      And for each lot of certificates the quantity cancelled of the lot (expired), in tCO2e
        | is                                                    | when                                                 | basis             |
        | max(left after surrender - repurchase asked, 0 tCO2e) | for imports of 2026 is yes                           | cancellation-2026 |
        | max(left after surrender - repurchase asked, 0 tCO2e) | bought on is until last day of the year minus 1 year | cancellation      |
        | 0 tCO2e                                               | otherwise                                            | cancellation      |
      And the quantity repurchase asked in all (asked_all), in tCO2e, the sum of repurchase asked over certificates that remain, on basis repurchase
      And the quantity asked of all ordinary ones (asked_ordinary), in tCO2e, the sum of asked of ordinary ones over certificates that remain, on basis repurchase
      And the quantity lots of 2026 asked after 2027 (late_lots), in items, the sum of asked after 2027 of 2026 over certificates that remain, on basis repurchase-2026
      And the quantity asked beyond what is left in all (surplus_all), in tCO2e, the sum of asked beyond what is left over certificates that remain, on basis repurchase
      And the quantity certificates cancelled (expired_all), in tCO2e, the sum of cancelled of the lot over certificates that remain, on basis cancellation
      And these gates
        | id | gate                               | requires                                                                 | applies when                                                      | basis            |
        | C1 | Repurchase requested by 31 October | requested on is until last day of the year plus 10 months                | repurchase requested is yes; requested on is until the as-of date | repurchase       |
        | C2 | Not more asked than is left        | asked beyond what is left in all is at most 0 tCO2e                      | repurchase requested is yes                                       | repurchase       |
        | C3 | Not more than had to be bought     | asked of all ordinary ones is at most certificates that had to be bought | repurchase requested is yes; threshold exceeded is 1              | repurchase-limit |
        | C4 | Certificates for 2026 only in 2027 | lots of 2026 asked after 2027 is 0 items                                 | repurchase requested is yes                                       | repurchase-2026  |
      And these findings
        | code     | finding                                                       | when                                        | severity    | basis        |
        | C.CANCEL | Certificates are cancelled on 1 November without compensation | certificates cancelled is more than 0 tCO2e | observation | cancellation |
      And these results
        | result      | label                                | is                      | rounded to | basis                           |
        | repurchased | Certificates asked to be repurchased | repurchase asked in all | 3 decimals | repurchase                      |
        | cancelled   | Certificates cancelled on 1 November | certificates cancelled  | 3 decimals | cancellation, cancellation-2026 |

    Scenario Outline: a request that is still to be made
      Given repurchase requested is yes
      When evaluated as of <day>
      Then gate C1 is <outcome>

      Examples:
        | day        | outcome        |
        | 2027-10-30 | not applicable |
        | 2027-10-31 | met            |

    Scenario Outline: by 31 October of the year of surrender, no more than is left and had to be bought
      Given last day of the year is <year>
      And repurchase requested is <requested>
      And requested on is <day>
      And goods lines are
        | line | CN code  | country of origin | imported on | net mass |
        | L1   | 72083900 | BR                | <imported>  | <mass> t |
      And certificates that remain are
        | lot | bought on  | for imports of 2026 | left after surrender | repurchase asked |
        | A   | 2027-05-03 | <early>             | 120 tCO2e            | <asked> tCO2e    |
      When evaluated as of 2028-11-20
      Then gate C1 is <c1>
      And gate C2 is <c2>
      And gate C3 is <c3>
      And gate C4 is <c4>
      And the result Certificates asked to be repurchased is <asked> tCO2e

      Examples:
        | year       | requested | day        | imported   | mass | early | asked   | c1             | c2             | c3             | c4             |
        | 2027-12-31 | yes       | 2028-10-31 | 2027-05-10 | 51   | no    | 100     | met            | met            | met            | met            |
        | 2027-12-31 | yes       | 2028-11-01 | 2027-05-10 | 51   | no    | 100     | not met        | met            | met            | met            |
        | 2027-12-31 | yes       | 2028-10-31 | 2027-05-10 | 51   | no    | 100.001 | met            | met            | not met        | met            |
        | 2027-12-31 | yes       | 2028-10-31 | 2027-05-10 | 50   | no    | 120     | met            | met            | not applicable | met            |
        | 2027-12-31 | yes       | 2028-10-31 | 2027-05-10 | 50   | no    | 120.001 | met            | not met        | not applicable | met            |
        | 2027-12-31 | yes       | 2028-10-31 | 2027-05-10 | 51   | yes   | 0.001   | met            | met            | met            | not met        |
        | 2027-12-31 | yes       | 2028-10-31 | 2027-05-10 | 51   | yes   | 0       | met            | met            | met            | met            |
        | 2026-12-31 | yes       | 2027-10-31 | 2026-05-10 | 51   | yes   | 120     | met            | met            | met            | met            |
        | 2027-12-31 | no        | 2028-11-01 | 2027-05-10 | 51   | yes   | 120.001 | not applicable | not applicable | not applicable | not applicable |

    Scenario Outline: what was bought in the year before last is cancelled, of 2026 at once
      Given last day of the year is <year>
      And certificates that remain are
        | lot | bought on | for imports of 2026 | left after surrender | repurchase asked |
        | A   | <bought>  | <early>             | 120 tCO2e            | 20 tCO2e         |
      When evaluated as of 2028-11-20
      Then the result Certificates cancelled on 1 November is <amount> tCO2e
      And <finding>

      Examples:
        | year       | bought     | early | amount | finding                           |
        | 2026-12-31 | 2027-05-03 | yes   | 100    | an observation C.CANCEL is raised |
        | 2026-12-31 | 2027-05-03 | no    | 0      | no finding C.CANCEL is raised     |
        | 2028-12-31 | 2027-12-31 | no    | 100    | an observation C.CANCEL is raised |
        | 2028-12-31 | 2028-01-01 | no    | 0      | no finding C.CANCEL is raised     |
        | 2027-12-31 | 2027-12-31 | no    | 0      | no finding C.CANCEL is raised     |
