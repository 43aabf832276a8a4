# language: en
Feature: Further examples · National carbon market of China, reports and verification
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.
  Their titles say which rule they pin; read beside the rules, their figures recomputed in samples only.

  Background:
    Given the scorecard cn-ets-verification

  Rule: What the examples beside the rules leave open

    Scenario: a meter of which not all is told may need correcting
      Given meter readings are
        | meter name | what it measures | reading of the year | required accuracy | calibrated accuracy | days of the year | number of the meter |
        | belt       | fuel             | 1000000             | 0.5 %             | 0.8 %               | 365 days         | B-2019-belt         |
      When evaluated as of 2026-11-20
      Then the quantity meters corrected is between 0 items and 1 item

    Scenario: data lodged on the forty-first day after the month are late
      Given monthly data are
        | month of the data | last day of the month | data lodged on |
        | 2025-01           | 2025-01-31            | 2025-03-13     |
      When evaluated as of 2026-11-20
      Then for month 2025-01 the quantity months late is 1 item

    Scenario: a sample of just less than 700 g is too small
      Given coal samples are
        | sample name | kind of coal    | sample taken on | test reported on | report marked CMA or CNAS | measured carbon per heat | heat of the coal | retained sample |
        | S1          | bituminous coal | 2025-05-01      | 2025-06-11       | yes                       | 25.5 t/TJ                | 1000 TJ          | 699.99 g        |
      When evaluated as of 2026-11-20
      Then the quantity samples too small is 1 item

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
      Given review asked for is missing
      When evaluated as of 2027-01-02
      Then gate V8 is undetermined
      And gate V8-ANS is undetermined

    Scenario: a breach that is no false report cuts no allowances
      Given breach to be fined is no plan, report, publication or records
      And breach on is 2026-05-01
      When evaluated as of 2026-11-20
      Then no finding P22.CUT is raised

    Scenario: a report that is not published is enough for the fine of 50,000 CNY and more
      Given report published is no
      When evaluated as of 2026-11-20
      Then a major nonconformity V.FINE is raised

    Scenario: the three industries too are fined for a plan that is missing
      Given industry is three industries
      And plan for the next year lodged is no
      When evaluated as of 2027-01-01
      Then a major nonconformity V.FINE is raised
