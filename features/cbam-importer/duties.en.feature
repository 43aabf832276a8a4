# language: en
Feature: Status, deadlines and records

  Background:
    Given the scorecard cbam-importer
    And these facts
      | fact                      | label                           | type | evidence         | may lie ahead |
      | authorised                | authorised declarant            | flag | registry-extract |               |
      | application_pending       | application pending             | flag |                  |               |
      | applied_on                | date of application             | date | registry-extract |               |
      | representative            | indirect representative imports | flag |                  |               |
      | representative_authorised | representative authorised       | flag | registry-extract |               |
      | declaration_filed         | declaration filed               | flag |                  |               |
      | filed_on                  | date of filing                  | date | registry-extract |               |
      | kept_until                | records retained until          | date |                  | yes           |
    And this reference case
      | fact                            | value      |
      | authorised declarant            | yes        |
      | application pending             | no         |
      | date of application             | 2026-02-01 |
      | indirect representative imports | no         |
      | representative authorised       | no         |
      | declaration filed               | yes        |
      | date of filing                  | 2027-09-30 |
      | records retained until          | 2031-12-31 |

  Rule: Status
    Background:
      Given the quantity entitled to import (1 = yes) (entitled), on basis status
        | is | when                                                                                                             |
        | 1  | authorised declarant is yes                                                                                      |
        | 1  | application pending is yes; date of application is until 2026-03-31; date of application is until the as-of date |
        | 0  | otherwise                                                                                                        |
      And these gates
        | id | gate                                                         | requires                          | applies when                            | basis          |
        | S1 | Authorised declarant or application made in time             | entitled to import (1 = yes) is 1 | importer has obligations (1 = yes) is 1 | status         |
        | S2 | Indirect representative authorised, even below the threshold | representative authorised is yes  | indirect representative imports is yes  | representative |

    Scenario Outline: an importer must be authorised or have applied by 31 March 2026
      Given authorised declarant is <authorised>
      And application pending is <pending>
      And date of application is <day>
      When evaluated as of 2026-11-20
      Then gate S1 is <outcome>

      Examples:
        | authorised | pending | day        | outcome |
        | yes        | no      | 2026-02-01 | met     |
        | no         | yes     | 2026-03-31 | met     |
        | no         | yes     | 2026-04-01 | not met |
        | no         | no      | 2026-03-31 | not met |

    Scenario Outline: an application not yet submitted creates no right to import
      Given authorised declarant is no
      And application pending is yes
      And date of application is 2026-03-31
      When evaluated as of <day>
      Then gate S1 is <outcome>

      Examples:
        | day        | outcome |
        | 2026-03-30 | not met |
        | 2026-03-31 | met     |

    Scenario: below the threshold no status is required
      Given goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | 2026-05-10     | 50 t     |
      And authorised declarant is no
      When evaluated as of 2026-11-20
      Then gate S1 is not applicable
      And the conclusion is scored

    Scenario Outline: an indirect representative must be authorised even below the threshold
      Given goods lines are
        | line | CN code  | country of origin | date of import | net mass |
        | L1   | 72083900 | BR                | 2026-05-10     | 1 t      |
      And indirect representative imports is <imports>
      And representative authorised is <authorised>
      When evaluated as of 2026-11-20
      Then gate S2 is <outcome>

      Examples:
        | imports | authorised | outcome        |
        | yes     | yes        | met            |
        | yes     | no         | not met        |
        | no      | no         | not applicable |

  Rule: Deadlines
    Background:
      Given these conditions
        | condition | label        | holds when                                                       | basis    |
        | filed     | filed so far | declaration filed is yes; date of filing is until the as-of date | deadline |
      And these gates
        | id | gate                                              | requires                                                         | applies when                                                                                          | basis    |
        | D1 | Declaration filed if the deadline has passed      | filed so far holds                                               | importer has obligations (1 = yes) is 1; last day of the year is before the as-of date minus 9 months | deadline |
        | D2 | Declaration filed by 30 September                 | date of filing is until last day of the year plus 9 months       | importer has obligations (1 = yes) is 1; filed so far holds                                           | deadline |
        | R1 | Records retained until the end of the fourth year | records retained until is from last day of the year plus 5 years | importer has obligations (1 = yes) is 1                                                               | records  |

    Scenario Outline: the deadline is 30 September, not 31 May
      Given declaration filed is <filed>
      And date of filing is <day>
      When evaluated as of <today>
      Then gate D1 is <due>
      And gate D2 is <timely>

      Examples:
        | filed | day        | today      | due            | timely         |
        | no    | 2027-06-01 | 2027-06-01 | not applicable | not applicable |
        | no    | 2027-06-01 | 2027-09-30 | not applicable | not applicable |
        | no    | 2027-06-01 | 2027-10-01 | not met        | not applicable |
        | yes   | 2027-06-01 | 2027-10-01 | met            | met            |
        | yes   | 2027-09-30 | 2027-10-01 | met            | met            |
        | yes   | 2027-10-01 | 2027-10-01 | met            | not met        |
        | yes   | 2027-10-02 | 2027-10-01 | not met        | not applicable |
        | yes   | 2027-09-30 | 2027-09-29 | not applicable | not applicable |

    Scenario Outline: records are retained until the end of the fourth year
      Given records retained until is <day>
      When evaluated as of 2026-11-20
      Then gate R1 is <outcome>

      Examples:
        | day        | outcome |
        | 2031-12-31 | met     |
        | 2031-12-30 | not met |

    Scenario: below the threshold no declaration is required
      Given goods lines is none
      And declaration filed is yes
      When evaluated as of 2027-10-01
      Then gate D1 is not applicable
      And gate D2 is not applicable
      And gate R1 is not applicable
