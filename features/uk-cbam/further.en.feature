# language: en
Feature: Further examples · Carbon border adjustment mechanism of the United Kingdom
  Each of these fails if a number, date, comparison, clause or verdict of the card slips, and no other example does.

  Background:
    Given the scorecard uk-cbam

  Rule: What the examples beside the rules leave open

    Scenario: quantity factor yearly factor
      Given imported goods are
        | record | sector of the good | day of the liability | mass of the good | mass that is exempt | direct emissions of the good | auction price of the quarter before | a baseline is entered with its source | baseline entered | carbon price paid abroad |
        | H1     | hydrogen           | 2026-12-31           | 100 t            | 0 t                 | 9 tCO2e/t                    | 50 GBP/tCO2e                        | no                                    | 0 %              | 0 GBP                    |
      When evaluated as of 2026-12-01
      Then for line H1 the quantity yearly factor is 0

    Scenario: quantity indirect_open indirect emissions may come
      Given imported goods are
        | record | sector of the good | day of the liability | mass of the good | mass that is exempt | direct emissions of the good | auction price of the quarter before | a baseline is entered with its source | baseline entered | carbon price paid abroad |
        | H1     | hydrogen           | 2030-12-31           | 100 t            | 0 t                 | 9 tCO2e/t                    | 50 GBP/tCO2e                        | no                                    | 0 %              | 0 GBP                    |
      When evaluated as of 2026-12-01
      Then the quantity lines whose indirect emissions may come is 1
