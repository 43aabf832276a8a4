# language: en
Feature: What is left of the factory's emissions
  The type decides the boundary: Type I counts direct emissions and imported energy, Type II also the other indirect
  emissions. What the factory has reduced by itself is already missing from its inventory and is not subtracted again.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact              | label                                | type   | unit  | one of | at least | evidence               | assurance |
      | factory_type      | factory type                         | choice |       | I, II  |          |                        |           |
      | claim_year        | claim year                           | period |       |        |          |                        |           |
      | scope_1           | scope 1 emission                     | number | tCO2e |        | 0        | verification-statement | limited   |
      | scope_2           | scope 2 emission                     | number | tCO2e |        | 0        | verification-statement | limited   |
      | scope_3           | scope 3 emission                     | number | tCO2e |        | 0        | verification-statement | limited   |
      | boundary_removals | removal inside the boundary          | number | tCO2e |        | 0        | verification-statement | limited   |
      | claimed_before    | claimed the year before              | flag   |       |        |          |                        |           |
      | previous_residual | residual emission of the year before | number | tCO2e |        | 0        | verification-statement | limited   |
    And the choices of factory type
      | value | words   |
      | I     | Type I  |
      | II    | Type II |

  Rule: The inventory follows the type
    Background:
      Given the quantity inventory emission (inventory), in tCO2e, on basis types
        | is                                                     | when                    |
        | scope 1 emission + scope 2 emission                    | factory type is Type I  |
        | scope 1 emission + scope 2 emission + scope 3 emission | factory type is Type II |

    Scenario Outline: Type I counts two scopes, Type II three
      Given factory type is <type>
      When evaluated as of 2025-06-30
      Then the quantity inventory emission is <inventory> tCO2e
      And the quantity residual emission is <inventory> tCO2e

      Examples:
        | type    | inventory |
        | Type I  | 6000      |
        | Type II | 36000     |

    Scenario: scope 3 does not touch Type I
      Given scope 3 emission is missing
      When evaluated as of 2025-06-30
      Then the quantity inventory emission is 6000 tCO2e

    Scenario: scope 3 not verified leaves Type II open
      Given factory type is Type II
      And scope 3 emission is missing
      When evaluated as of 2025-06-30
      Then the quantity inventory emission is undetermined because of scope 3 emission

    Scenario: a figure without verification statement is not known
      Given evidence for scope 2 emission is missing
      When evaluated as of 2025-06-30
      Then the quantity inventory emission is undetermined because of scope 2 emission

  Rule: The residual is what removals inside the boundary leave
    Background:
      Given the quantity residual emission (residual), in tCO2e, on basis residual, definition
        | is                                                             |
        | max(inventory emission - removal inside the boundary, 0 tCO2e) |

    Scenario Outline: removals inside the boundary are subtracted, never below zero
      Given removal inside the boundary is <removed> tCO2e
      When evaluated as of 2025-06-30
      Then the quantity residual emission is <residual> tCO2e

      Examples:
        | removed | residual |
        | 0       | 6000     |
        | 1500    | 4500     |
        | 6000    | 0        |
        | 7000    | 0        |
