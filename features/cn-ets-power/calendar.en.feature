# language: en
Feature: Next steps and their deadlines

  Background:
    Given the scorecard cn-ets-power
    And the quantity next step for 2023 (next_2023), in force on the as-of date, on basis deadline
      | from       | is |
      | earlier    | 1  |
      | 2025-01-01 | 0  |
    And the quantity next step for 2024 (next_2024), in force on the as-of date
      | from       | is | basis      |
      | earlier    | 1  | work-2025  |
      | 2025-04-21 | 2  | work-2025  |
      | 2025-07-01 | 3  | work-2025  |
      | 2025-08-01 | 4  | work-2025  |
      | 2025-08-21 | 5  | work-2025  |
      | 2026-01-01 | 6  | carry-over |
      | 2026-06-11 | 0  | carry-over |
    And the quantity next step for 2025 (next_2025), in force on the as-of date, on basis work-2026
      | from       | is |
      | earlier    | 1  |
      | 2026-04-01 | 2  |
      | 2026-07-01 | 3  |
      | 2026-09-21 | 4  |
      | 2026-10-01 | 5  |
      | 2027-01-01 | 0  |
    And the quantity next step for 2026 (next_2026), in force on the as-of date, on basis work-2026
      | from       | is |
      | earlier    | 1  |
      | 2027-01-01 | 0  |
    And the quantity days to the next step (next_days), in days
      | is                                                          | when                                            | basis      |
      | days(the as-of date to 2024-12-31)                          | allowance year is 2023; next step for 2023 is 1 | deadline   |
      | days(the as-of date to 2025-04-20)                          | allowance year is 2024; next step for 2024 is 1 | work-2025  |
      | days(the as-of date to 2025-06-30)                          | allowance year is 2024; next step for 2024 is 2 | work-2025  |
      | days(the as-of date to 2025-07-31)                          | allowance year is 2024; next step for 2024 is 3 | work-2025  |
      | days(the as-of date to 2025-08-20)                          | allowance year is 2024; next step for 2024 is 4 | work-2025  |
      | days(the as-of date to 2025-12-31)                          | allowance year is 2024; next step for 2024 is 5 | work-2025  |
      | days(the as-of date to 2026-06-10)                          | allowance year is 2024; next step for 2024 is 6 | carry-over |
      | days(the as-of date to 2026-03-31)                          | allowance year is 2025; next step for 2025 is 1 | work-2026  |
      | days(the as-of date to 2026-06-30)                          | allowance year is 2025; next step for 2025 is 2 | work-2026  |
      | days(the as-of date to 2026-09-20)                          | allowance year is 2025; next step for 2025 is 3 | work-2026  |
      | days(the as-of date to 2026-09-30)                          | allowance year is 2025; next step for 2025 is 4 | work-2026  |
      | days(the as-of date to 2026-12-31)                          | allowance year is 2025; next step for 2025 is 5 | work-2026  |
      | days(the as-of date to 2026-12-31)                          | allowance year is 2026; next step for 2026 is 1 | work-2026  |
      | undetermined, because no later step for this year was found | otherwise                                       | final      |

  Rule: The next step of the allowance year
    Background:
      Given these findings
        | code          | finding                                                                          | when                                            | severity    | basis      |
        | N23.SURRENDER | Next step: surrender for 2023 by 31 December 2024                                | allowance year is 2023; next step for 2023 is 1 | observation | deadline   |
        | N24.ADVANCE   | Next step: advance allocation for 2024 by 20 April 2025                          | allowance year is 2024; next step for 2024 is 1 | observation | work-2025  |
        | N24.VERIFIED  | Next step: verification of 2024 completed and result notified by 30 June 2025    | allowance year is 2024; next step for 2024 is 2 | observation | work-2025  |
        | N24.FIXED     | Next step: allowances for 2024 determined by 31 July 2025                        | allowance year is 2024; next step for 2024 is 3 | observation | work-2025  |
        | N24.ISSUED    | Next step: allowances for 2024 issued by 20 August 2025                          | allowance year is 2024; next step for 2024 is 4 | observation | work-2025  |
        | N24.SURRENDER | Next step: surrender for 2024 by 31 December 2025                                | allowance year is 2024; next step for 2024 is 5 | observation | work-2025  |
        | N24.CARRY     | Next step: carry-over requested by 10 June 2026 (first batch: 20 March)          | allowance year is 2024; next step for 2024 is 6 | observation | carry-over |
        | N25.REPORT    | Next step: report on 2025 by 31 March 2026                                       | allowance year is 2025; next step for 2025 is 1 | observation | work-2026  |
        | N25.VERIFIED  | Next step: verification of 2025 and advance allocation completed by 30 June 2026 | allowance year is 2025; next step for 2025 is 2 | observation | work-2026  |
        | N25.FIXED     | Next step: allowances for 2025 determined by 20 September 2026                   | allowance year is 2025; next step for 2025 is 3 | observation | work-2026  |
        | N25.ISSUED    | Next step: allowances for 2025 issued by 30 September 2026                       | allowance year is 2025; next step for 2025 is 4 | observation | work-2026  |
        | N25.SURRENDER | Next step: surrender for 2025 by 31 December 2026                                | allowance year is 2025; next step for 2025 is 5 | observation | work-2026  |
        | N26.PLAN      | Next step: data quality control plan for 2027 by 31 December 2026                | allowance year is 2026; next step for 2026 is 1 | observation | work-2026  |
      And these results
        | result  | label                 | is                    | rounded to | basis                          |
        | next_in | Days to the next step | days to the next step | 0 decimals | deadline, work-2025, work-2026 |

    Scenario Outline: A step is shown until its deadline; the next step from the following day
      Given allowance year is <year>
      When evaluated as of <asked>
      Then <next>
      And <other>
      And the result Days to the next step is <days> days

      Examples:
        | year | asked      | next                                   | other                              | days |
        | 2023 | 2024-12-31 | an observation N23.SURRENDER is raised | no finding N24.ADVANCE is raised   | 0    |
        | 2024 | 2025-04-20 | an observation N24.ADVANCE is raised   | no finding N24.VERIFIED is raised  | 0    |
        | 2024 | 2025-04-21 | an observation N24.VERIFIED is raised  | no finding N24.ADVANCE is raised   | 70   |
        | 2024 | 2025-06-30 | an observation N24.VERIFIED is raised  | no finding N24.FIXED is raised     | 0    |
        | 2024 | 2025-07-01 | an observation N24.FIXED is raised     | no finding N24.VERIFIED is raised  | 30   |
        | 2024 | 2025-07-31 | an observation N24.FIXED is raised     | no finding N24.ISSUED is raised    | 0    |
        | 2024 | 2025-08-01 | an observation N24.ISSUED is raised    | no finding N24.FIXED is raised     | 19   |
        | 2024 | 2025-08-20 | an observation N24.ISSUED is raised    | no finding N24.SURRENDER is raised | 0    |
        | 2024 | 2025-08-21 | an observation N24.SURRENDER is raised | no finding N24.ISSUED is raised    | 132  |
        | 2024 | 2025-12-31 | an observation N24.SURRENDER is raised | no finding N24.CARRY is raised     | 0    |
        | 2024 | 2026-01-01 | an observation N24.CARRY is raised     | no finding N24.SURRENDER is raised | 160  |
        | 2024 | 2026-06-10 | an observation N24.CARRY is raised     | no finding N23.SURRENDER is raised | 0    |
        | 2025 | 2026-03-31 | an observation N25.REPORT is raised    | no finding N25.VERIFIED is raised  | 0    |
        | 2025 | 2026-04-01 | an observation N25.VERIFIED is raised  | no finding N25.REPORT is raised    | 90   |
        | 2025 | 2026-06-30 | an observation N25.VERIFIED is raised  | no finding N25.FIXED is raised     | 0    |
        | 2025 | 2026-07-01 | an observation N25.FIXED is raised     | no finding N25.VERIFIED is raised  | 81   |
        | 2025 | 2026-09-20 | an observation N25.FIXED is raised     | no finding N25.ISSUED is raised    | 0    |
        | 2025 | 2026-09-21 | an observation N25.ISSUED is raised    | no finding N25.FIXED is raised     | 9    |
        | 2025 | 2026-09-30 | an observation N25.ISSUED is raised    | no finding N25.SURRENDER is raised | 0    |
        | 2025 | 2026-10-01 | an observation N25.SURRENDER is raised | no finding N25.ISSUED is raised    | 91   |
        | 2025 | 2026-12-31 | an observation N25.SURRENDER is raised | no finding N24.SURRENDER is raised | 0    |
        | 2026 | 2026-12-31 | an observation N26.PLAN is raised      | no finding N23.SURRENDER is raised | 0    |
        | 2024 | 2024-12-31 | an observation N24.ADVANCE is raised   | no finding N23.SURRENDER is raised | 110  |
        | 2025 | 2025-06-15 | an observation N25.REPORT is raised    | no finding N24.VERIFIED is raised  | 289  |
        | 2025 | 2025-07-15 | an observation N25.REPORT is raised    | no finding N24.FIXED is raised     | 259  |
        | 2025 | 2025-08-15 | an observation N25.REPORT is raised    | no finding N24.ISSUED is raised    | 228  |
        | 2026 | 2026-09-25 | an observation N26.PLAN is raised      | no finding N25.ISSUED is raised    | 97   |

    Scenario Outline: After the last step no further step is shown
      Given allowance year is <year>
      When evaluated as of <asked>
      Then no finding <code> is raised
      And the rules leave the quantity days to the next step undetermined

      Examples:
        | year | asked      | code          |
        | 2023 | 2025-01-01 | N23.SURRENDER |
        | 2024 | 2026-06-11 | N24.CARRY     |
        | 2025 | 2027-01-01 | N25.SURRENDER |
        | 2026 | 2027-01-01 | N26.PLAN      |
