# language: en
Feature: Residual emissions of the factory
  The type decides the boundary: Type I includes direct emissions and imported energy, Type II also other indirect
  emissions. The inventory already reflects the factory's own reductions, so they are not subtracted again.

  Background:
    Given the scorecard zero-carbon-factory
    And these facts
      | fact              | label                                  | type   | unit  | one of | at least | evidence               | assurance |
      | factory_type      | factory type                           | choice |       | I, II  |          |                        |           |
      | claim_year        | claim year                             | period |       |        |          |                        |           |
      | scope_1           | scope 1 emission                       | number | tCO2e |        | 0        | verification-statement | limited   |
      | scope_2           | scope 2 emission                       | number | tCO2e |        | 0        | verification-statement | limited   |
      | scope_3           | scope 3 emission                       | number | tCO2e |        | 0        | verification-statement | limited   |
      | boundary_removals | removal inside the boundary            | number | tCO2e |        | 0        | verification-statement | limited   |
      | claimed_before    | claimed for the previous year          | flag   |       |        |          |                        |           |
      | previous_residual | residual emission of the previous year | number | tCO2e |        | 0        | verification-statement | limited   |
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

    Scenario Outline: Type I includes two scopes, Type II three
      Given factory type is <type>
      When evaluated as of 2025-06-30
      Then the quantity inventory emission is <inventory> tCO2e
      And the quantity residual emission is <inventory> tCO2e

      Examples:
        | type    | inventory |
        | Type I  | 6000      |
        | Type II | 36000     |

    Scenario: Scope 3 does not affect Type I
      Given scope 3 emission is missing
      When evaluated as of 2025-06-30
      Then the quantity inventory emission is 6000 tCO2e

    Scenario: Missing scope 3 data leaves Type II undetermined
      Given factory type is Type II
      And scope 3 emission is missing
      When evaluated as of 2025-06-30
      Then the quantity inventory emission is undetermined because of scope 3 emission

    Scenario: Emissions without a verification statement are undetermined
      Given evidence for scope 2 emission is missing
      When evaluated as of 2025-06-30
      Then the quantity inventory emission is undetermined because of scope 2 emission

  Rule: Residual emissions are net of removals inside the boundary
    Background:
      Given the quantity residual emission (residual), in tCO2e, on basis residual, definition
        | is                                                             |
        | max(inventory emission - removal inside the boundary, 0 tCO2e) |

    Scenario Outline: Removals inside the boundary are subtracted down to zero at most
      Given removal inside the boundary is <removed> tCO2e
      When evaluated as of 2025-06-30
      Then the quantity residual emission is <residual> tCO2e

      Examples:
        | removed | residual |
        | 0       | 6000     |
        | 1500    | 4500     |
        | 6000    | 0        |
        | 7000    | 0        |
