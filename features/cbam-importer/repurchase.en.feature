# language: en
Feature: Repurchase and cancellation
  How many of the certificates left after surrender may be repurchased, until when, and which are cancelled on 1 November.

  Background:
    Given the scorecard cbam-importer
    And these facts
      | fact                 | label                                               | type                        | unit  | at least | evidence         |
      | repurchase_requested | repurchase requested                                | flag                        |       |          |                  |
      | requested_on         | date of the repurchase request                      | date                        |       |          | registry-extract |
      | obliged_purchases    | certificates that had to be bought for the quarters | number                      | tCO2e | 0        |                  |
      | lots                 | remaining certificates                              | list of lot of certificates |       |          | registry-extract |
    And each lot has
      | field     | label                                 | type   | unit  | at least |
      | lot       | lot                                   | text   |       |          |
      | bought_on | date of purchase                      | date   |       |          |
      | of_2026   | for imports of 2026                   | flag   |       |          |
      | left      | certificates left after surrender     | number | tCO2e | 0        |
      | asked     | certificates requested for repurchase | number | tCO2e | 0        |
    And lot is called lot of certificates
    And no two remaining certificates share a lot
    And this reference case
      | fact                                                | value      |
      | repurchase requested                                | no         |
      | date of the repurchase request                      | 2027-10-31 |
      | certificates that had to be bought for the quarters | 100 tCO2e  |
      | remaining certificates                              | none       |

  Rule: Repurchase by 31 October, cancellation on 1 November
    Background:
      Given for each lot of certificates the quantity ordinary certificates requested (ordinary_asked), in tCO2e
        | is                                    | when                       | basis              |
        | 0 tCO2e                               | for imports of 2026 is yes | repurchase-reading |
        | certificates requested for repurchase | otherwise                  | repurchase         |
      And for each lot of certificates the quantity late request for a lot of 2026 (asked_late), in items, on basis repurchase-2026
        | is      | when                                                                                                                             |
        | 1 item  | for imports of 2026 is yes; certificates requested for repurchase is more than 0 tCO2e; last day of the year is after 2026-12-31 |
        | 0 items | otherwise                                                                                                                        |
      And for each lot of certificates the quantity excess request of the lot (surplus), in tCO2e, on basis repurchase
        | is                                                                                      |
        | max(certificates requested for repurchase - certificates left after surrender, 0 tCO2e) |
      And for each lot of certificates the quantity cancelled certificates of the lot (expired), in tCO2e
        | is                                                                                      | when                                                        | basis             |
        | max(certificates left after surrender - certificates requested for repurchase, 0 tCO2e) | for imports of 2026 is yes                                  | cancellation-2026 |
        | max(certificates left after surrender - certificates requested for repurchase, 0 tCO2e) | date of purchase is until last day of the year minus 1 year | cancellation      |
        | 0 tCO2e                                                                                 | otherwise                                                   | cancellation      |
      And the quantity total certificates requested for repurchase (asked_all), in tCO2e, the sum of certificates requested for repurchase over remaining certificates, on basis repurchase
      And the quantity total ordinary certificates requested (asked_ordinary), in tCO2e, the sum of ordinary certificates requested over remaining certificates, on basis repurchase
      And the quantity late requests for lots of 2026 (late_lots), in items, the sum of late request for a lot of 2026 over remaining certificates, on basis repurchase-2026
      And the quantity total excess requests (surplus_all), in tCO2e, the sum of excess request of the lot over remaining certificates, on basis repurchase
      And the quantity certificates cancelled (expired_all), in tCO2e, the sum of cancelled certificates of the lot over remaining certificates, on basis cancellation
      And these gates
        | id | gate                                                                      | requires                                                                                             | applies when                                                                        | basis            |
        | C1 | Repurchase requested by 31 October                                        | date of the repurchase request is until last day of the year plus 10 months                          | repurchase requested is yes; date of the repurchase request is until the as-of date | repurchase       |
        | C2 | Repurchase request does not exceed the remaining certificates             | total excess requests is at most 0 tCO2e                                                             | repurchase requested is yes                                                         | repurchase       |
        | C3 | Repurchase request does not exceed the certificates that had to be bought | total ordinary certificates requested is at most certificates that had to be bought for the quarters | repurchase requested is yes; threshold exceeded (1 = yes) is 1                      | repurchase-limit |
        | C4 | Certificates for 2026 are repurchased only in 2027                        | late requests for lots of 2026 is 0 items                                                            | repurchase requested is yes                                                         | repurchase-2026  |
      And these findings
        | code     | finding                                                       | when                                        | severity    | basis        |
        | C.CANCEL | Certificates are cancelled on 1 November without compensation | certificates cancelled is more than 0 tCO2e | observation | cancellation |
      And these results
        | result      | label                                 | is                                          | rounded to | basis                           |
        | repurchased | Certificates requested for repurchase | total certificates requested for repurchase | 3 decimals | repurchase                      |
        | cancelled   | Certificates cancelled on 1 November  | certificates cancelled                      | 3 decimals | cancellation, cancellation-2026 |

    Scenario Outline: a request not yet submitted
      Given repurchase requested is yes
      When evaluated as of <day>
      Then gate C1 is <outcome>

      Examples:
        | day        | outcome        |
        | 2027-10-30 | not applicable |
        | 2027-10-31 | met            |

    Scenario Outline: request by 31 October of the year of surrender, limited to the certificates left and those that had to be bought
      Given last day of the year is <year>
      And repurchase requested is <requested>
      And date of the repurchase request is <day>
      And goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | <imported>     | <mass> t |
      And remaining certificates are
        | lot | date of purchase | for imports of 2026 | certificates left after surrender | certificates requested for repurchase |
        | A   | 2027-05-03       | <early>             | 120 tCO2e                         | <asked> tCO2e                         |
      When evaluated as of 2028-11-20
      Then gate C1 is <c1>
      And gate C2 is <c2>
      And gate C3 is <c3>
      And gate C4 is <c4>
      And the result Certificates requested for repurchase is <asked> tCO2e

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

    Scenario Outline: certificates of the year before last are cancelled, those for 2026 immediately
      Given last day of the year is <year>
      And remaining certificates are
        | lot | date of purchase | for imports of 2026 | certificates left after surrender | certificates requested for repurchase |
        | A   | <bought>         | <early>             | 120 tCO2e                         | 20 tCO2e                              |
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
