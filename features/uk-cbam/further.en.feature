# language: en
Feature: More examples · Carbon border adjustment mechanism of the United Kingdom
  Each of these examples detects an error in a number, date, comparison, clause or verdict of the scorecard that no other example detects.

  Background:
    Given the scorecard uk-cbam

  Rule: Cases that the examples of the rules do not cover

    Scenario: quantity factor yearly factor
      Given imported goods are
        | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
        | H1     | hydrogen           | 2026-12-31            | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 0 GBP                    |
      When evaluated as of 2026-12-01
      Then for line H1 the quantity yearly factor is 0

    Scenario: quantity indirect_open indirect emissions may be added (1 = yes)
      Given imported goods are
        | record | sector of the good | date of the liability | mass of the good | exempt mass | direct emissions per tonne of the good | mean auction price of the previous quarter | baseline entered together with its source | value of the entered baseline | carbon price paid abroad |
        | H1     | hydrogen           | 2030-12-31            | 100 t            | 0 t         | 9 tCO2e/t                              | 50 GBP/tCO2e                               | no                                        | 0 %                           | 0 GBP                    |
      When evaluated as of 2026-12-01
      Then the quantity lines to which indirect emissions may be added is 1
