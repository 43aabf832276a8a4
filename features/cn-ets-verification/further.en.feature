# language: en
Feature: More examples · National carbon market of China: reports and verification
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.
  Each title names the rule that it tests; the values were recomputed in samples only.

  Background:
    Given the scorecard cn-ets-verification

  Rule: Cases that the examples of the rules do not cover

    Scenario: a meter of which not all is disclosed may need correcting
      Given meters are
        | meter name | measured quantity | meter total for the year | required accuracy | calibrated accuracy | days of the year | serial number of the meter |
        | belt       | fuel              | 1000000                  | 0.5 %             | 0.8 %               | 365 days         | B-2019-belt                |
      When evaluated as of 2026-11-20
      Then the quantity number of corrected meters is between 0 items and 1 item

    Scenario: data lodged on the forty-first day after the month are late
      Given monthly data are
        | month of the data | last day of the month | data lodged on |
        | 2025-01           | 2025-01-31            | 2025-03-13     |
      When evaluated as of 2026-11-20
      Then for month 2025-01 the quantity month lodged late is 1 item

    Scenario: a sample of just less than 700 g is too small
      Given coal samples are
        | identifier of the coal sample | type of coal    | sampling date | date of the test report | report marked CMA or CNAS | measured carbon content per unit of heat | heat content of the coal | mass of retained sample |
        | S1                            | bituminous coal | 2025-05-01    | 2025-06-11              | yes                       | 25.5 t/TJ                                | 1000 TJ                  | 699.99 g                |
      When evaluated as of 2026-11-20
      Then the quantity number of retained samples too small is 1 item

    Scenario: the industry must be said
      Given industry is missing
      When evaluated as of 2027-01-02
      Then gate V1 is undetermined
      And gate V2 is undetermined

    Scenario: the allowance year must be said
      Given allowance year is missing
      When evaluated as of 2027-01-02
      Then gate V3 is undetermined

    Scenario: whether a review was asked for must be said
      Given a review is requested is missing
      When evaluated as of 2027-01-02
      Then gate V8 is undetermined
      And gate V8-ANS is undetermined

    Scenario: a breach that is no false report cuts no allowances
      Given type of breach is missing plan, report, publication or records
      And date of the breach is 2026-05-01
      When evaluated as of 2026-11-20
      Then no finding P22.CUT is raised

    Scenario: a report that is not published is enough for the fine of 50,000 CNY and more
      Given the report is published is no
      When evaluated as of 2026-11-20
      Then a major nonconformity V.FINE is raised

    Scenario: the steel/cement/aluminium too are fined for a plan that is missing
      Given industry is steel/cement/aluminium
      And the plan for the next year is lodged is no
      When evaluated as of 2027-01-01
      Then a major nonconformity V.FINE is raised
