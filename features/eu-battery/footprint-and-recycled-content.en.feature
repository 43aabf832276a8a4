# language: en
Feature: Carbon footprint and recycled content
  Articles 7 and 8. Neither applies to a battery that was placed on the market before and then re-used, repurposed or
  remanufactured. The Regulation requires kilograms per kWh delivered over the service life; the literature uses
  kilograms per kWh of capacity.

  Background:
    Given the scorecard eu-battery
    And these facts
      | fact               | label                                         | type    | unit       | one of                                                                | at least | at most | evidence                                  | may not apply | may lie ahead |
      | footprint_acts     | entry into force of the footprint acts        | date    |            |                                                                       |          |         |                                           | yes           | yes           |
      | class_acts         | entry into force of the footprint class act   | date    |            |                                                                       |          |         |                                           | yes           | yes           |
      | maximum_acts       | entry into force of the footprint maximum act | date    |            |                                                                       |          |         |                                           | yes           | yes           |
      | footprint_content  | contents of the footprint declaration         | choices |            | manufacturer, model, plant, value, stages, declaration_id, study_link |          |         | footprint-study, battery-passport         |               |               |
      | footprint_stated   | carbon footprint declared                     | flag    |            |                                                                       |          |         |                                           |               |               |
      | footprint_declared | footprint declared per kWh delivered          | number  | kgCO2e/kWh |                                                                       | 0        |         | footprint-study, battery-passport         |               |               |
      | footprint_total    | footprint of the whole battery                | number  | kgCO2e     |                                                                       | 0        |         | footprint-study, battery-passport         |               |               |
      | stage_materials    | footprint of raw materials                    | number  | kgCO2e     |                                                                       |          |         | footprint-study, battery-passport         |               |               |
      | stage_production   | footprint of production                       | number  | kgCO2e     |                                                                       |          |         | footprint-study, battery-passport         |               |               |
      | stage_distribution | footprint of distribution                     | number  | kgCO2e     |                                                                       |          |         | footprint-study, battery-passport         |               |               |
      | stage_end          | footprint of end of life                      | number  | kgCO2e     |                                                                       |          |         | footprint-study, battery-passport         |               |               |
      | service_years      | service life                                  | number  | year       |                                                                       | 0        |         | footprint-study, battery-passport         |               |               |
      | declared_cycles    | full cycles over the service life             | number  |            |                                                                       | 0        |         | footprint-study, battery-passport         |               |               |
      | class_label        | footprint class label                         | flag    |            |                                                                       |          |         |                                           |               |               |
      | maximum_kept       | footprint below the maximum                   | flag    |            |                                                                       |          |         |                                           |               |               |
      | materials          | Article 8 metals present                      | choices |            | cobalt, lead, lithium, nickel                                         |          |         | technical-documentation, battery-passport |               |               |
      | recycled_cobalt    | recycled cobalt                               | number  | %          |                                                                       | 0        | 100     | verification-statement, battery-passport  |               |               |
      | recycled_lead      | recycled lead                                 | number  | %          |                                                                       | 0        | 100     | verification-statement, battery-passport  |               |               |
      | recycled_lithium   | recycled lithium                              | number  | %          |                                                                       | 0        | 100     | verification-statement, battery-passport  |               |               |
      | recycled_nickel    | recycled nickel                               | number  | %          |                                                                       | 0        | 100     | verification-statement, battery-passport  |               |               |
      | recycled_act       | entry into force of the recycled content act  | date    |            |                                                                       |          |         |                                           | yes           | yes           |
      | recycled_documents | recycled content documentation                | choices |            | shares, year, plant                                                   |          |         | verification-statement, battery-passport  |               |               |
      | recycled_stated    | recycled content declared                     | flag    |            |                                                                       |          |         |                                           |               |               |
    And the choices of contents of the footprint declaration
      | value          | words                                       |
      | manufacturer   | manufacturer of the declaration             |
      | model          | model declared                              |
      | plant          | plant declared                              |
      | value          | footprint per kWh delivered                 |
      | stages         | life-cycle stages                           |
      | declaration_id | identifier of the declaration of conformity |
      | study_link     | link to the public study                    |
    And the choices of Article 8 metals present
      | value   | words   |
      | cobalt  | cobalt  |
      | lead    | lead    |
      | lithium | lithium |
      | nickel  | nickel  |
    And the choices of recycled content documentation
      | value  | words                |
      | shares | shares per metal     |
      | year   | year of manufacture  |
      | plant  | plant of manufacture |

  Rule: Footprint declaration, class and maximum
    Background:
      Given the quantity binding footprint declaration (1 = applies) (footprint_binding)
        | is | when                                                                                                                                                                                                                                                                                          | basis       |
        | 0  | second life (1 = yes) is 1                                                                                                                                                                                                                                                                    | second-life |
        | 1  | battery category is EV battery; day first placed on the market is from 2027-09-05; day first placed on the market is from entry into force of the footprint acts plus 1 year                                                                                                                  | a7-1        |
        | 1  | battery category is industrial battery; rechargeable battery is yes; battery capacity is more than 2 kWh; exclusively external storage is no; day first placed on the market is from 2028-03-05; day first placed on the market is from entry into force of the footprint acts plus 18 months | a7-1        |
        | 1  | battery category is LMT battery; day first placed on the market is from 2028-08-18; day first placed on the market is from entry into force of the footprint acts plus 18 months                                                                                                              | a7-1        |
        | 1  | battery category is industrial battery; rechargeable battery is yes; battery capacity is more than 2 kWh; day first placed on the market is from 2030-08-18; day first placed on the market is from entry into force of the footprint acts plus 18 months                                     | a7-1        |
        | 0  | otherwise                                                                                                                                                                                                                                                                                     | a7-1        |
      And the quantity binding footprint class (1 = applies) (class_binding)
        | is | when                                                                                                                                                                                                                                                                                               | basis       |
        | 0  | second life (1 = yes) is 1                                                                                                                                                                                                                                                                         | second-life |
        | 1  | battery category is EV battery; day first placed on the market is from 2028-03-05; day first placed on the market is from entry into force of the footprint class act plus 18 months                                                                                                               | a7-2        |
        | 1  | battery category is industrial battery; rechargeable battery is yes; battery capacity is more than 2 kWh; exclusively external storage is no; day first placed on the market is from 2028-03-05; day first placed on the market is from entry into force of the footprint class act plus 18 months | a7-2        |
        | 1  | battery category is LMT battery; day first placed on the market is from 2030-02-18; day first placed on the market is from entry into force of the footprint class act plus 18 months                                                                                                              | a7-2        |
        | 1  | battery category is industrial battery; rechargeable battery is yes; battery capacity is more than 2 kWh; day first placed on the market is from 2032-02-18; day first placed on the market is from entry into force of the footprint class act plus 18 months                                     | a7-2        |
        | 0  | otherwise                                                                                                                                                                                                                                                                                          | a7-2        |
      And the quantity binding footprint maximum (1 = applies) (maximum_binding)
        | is | when                                                                                                                                                                                                                                                                                                 | basis       |
        | 0  | second life (1 = yes) is 1                                                                                                                                                                                                                                                                           | second-life |
        | 1  | battery category is EV battery; day first placed on the market is from 2028-03-05; day first placed on the market is from entry into force of the footprint maximum act plus 18 months                                                                                                               | a7-3        |
        | 1  | battery category is industrial battery; rechargeable battery is yes; battery capacity is more than 2 kWh; exclusively external storage is no; day first placed on the market is from 2029-02-18; day first placed on the market is from entry into force of the footprint maximum act plus 18 months | a7-3        |
        | 1  | battery category is LMT battery; day first placed on the market is from 2031-08-18; day first placed on the market is from entry into force of the footprint maximum act plus 18 months                                                                                                              | a7-3        |
        | 1  | battery category is industrial battery; rechargeable battery is yes; battery capacity is more than 2 kWh; day first placed on the market is from 2033-08-18; day first placed on the market is from entry into force of the footprint maximum act plus 18 months                                     | a7-3        |
        | 0  | otherwise                                                                                                                                                                                                                                                                                            | a7-3        |
      And these gates
        | id             | gate                                              | requires                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                         | applies when                                     | basis |
        | A7-DECLARATION | Footprint declaration contains all required parts | contents of the footprint declaration includes any of manufacturer of the declaration; contents of the footprint declaration includes any of model declared; contents of the footprint declaration includes any of plant declared; contents of the footprint declaration includes any of footprint per kWh delivered; contents of the footprint declaration includes any of life-cycle stages; contents of the footprint declaration includes any of identifier of the declaration of conformity; contents of the footprint declaration includes any of link to the public study | binding footprint declaration (1 = applies) is 1 | a7-1  |
        | A7-CLASS       | Label shows the footprint class                   | footprint class label is yes                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                     | binding footprint class (1 = applies) is 1       | a7-2  |
        | A7-MAXIMUM     | Footprint below the maximum                       | footprint below the maximum is yes                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                               | binding footprint maximum (1 = applies) is 1     | a7-3  |

    Scenario: an EV battery placed on the market in 2026 needs no declaration, contrary to some web pages
      Given day placed on the market is 2026-11-20
      And day first placed on the market is 2026-11-20
      And entry into force of the footprint acts is missing
      And contents of the footprint declaration is none
      When evaluated as of 2026-11-20
      Then gate A7-DECLARATION is not applicable

    Scenario Outline: the declaration has not applied since 18 February 2025 or 2026
      Given day placed on the market is <placed>
      And day first placed on the market is <placed>
      And entry into force of the footprint acts is <acts>
      And contents of the footprint declaration is none
      When evaluated as of 2027-04-01
      Then gate A7-DECLARATION is <outcome>

      Examples:
        | placed     | acts           | outcome        |
        | 2025-02-18 | not applicable | not applicable |
        | 2026-02-18 | not applicable | not applicable |
        | 2027-09-04 | 2024-07-01     | not applicable |
        | 2027-09-05 | 2024-07-01     | not met        |

    Scenario: the class label of industrial batteries has not applied since 18 August 2026
      Given battery category is industrial battery
      And intended use is industrial use
      And vehicle category is no vehicle
      And day placed on the market is 2026-09-01
      And day first placed on the market is 2026-09-01
      And entry into force of the footprint class act is missing
      When evaluated as of 2027-04-01
      Then gate A7-CLASS is not applicable

    Scenario: if the status of the acts is unknown, the obligations are undetermined
      Given day placed on the market is 2028-10-01
      And day first placed on the market is 2028-10-01
      And entry into force of the footprint acts is missing
      And contents of the footprint declaration is none
      When evaluated as of 2027-04-01
      Then gate A7-DECLARATION is undetermined because of entry into force of the footprint acts
      And the conclusion is incomplete

    Scenario Outline: the declaration applies from the later of two dates
      Given battery category is <category>
      And exclusively external storage is <external>
      And rechargeable battery is <rechargeable>
      And battery capacity is <capacity> kWh
      And entry into force of the footprint acts is <acts>
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then the quantity binding footprint declaration (1 = applies) is <binds>

      Examples:
        | category           | external | rechargeable | capacity | acts       | first      | binds |
        | EV battery         | no       | yes          | 60       | 2026-08-05 | 2027-09-04 | 0     |
        | EV battery         | no       | yes          | 60       | 2026-08-05 | 2027-09-05 | 1     |
        | EV battery         | no       | yes          | 60       | 2027-04-05 | 2028-04-04 | 0     |
        | EV battery         | no       | yes          | 60       | 2027-04-05 | 2028-04-05 | 1     |
        | industrial battery | no       | yes          | 60       | 2026-08-05 | 2028-03-04 | 0     |
        | industrial battery | no       | yes          | 60       | 2026-08-05 | 2028-03-05 | 1     |
        | industrial battery | no       | yes          | 60       | 2027-04-05 | 2028-10-04 | 0     |
        | industrial battery | no       | yes          | 60       | 2027-04-05 | 2028-10-05 | 1     |
        | industrial battery | no       | no           | 60       | 2026-08-05 | 2028-03-05 | 0     |
        | industrial battery | no       | yes          | 2        | 2026-08-05 | 2028-03-05 | 0     |
        | industrial battery | no       | yes          | 2.01     | 2026-08-05 | 2028-03-05 | 1     |
        | LMT battery        | no       | yes          | 60       | 2027-01-18 | 2028-08-17 | 0     |
        | LMT battery        | no       | yes          | 60       | 2027-01-18 | 2028-08-18 | 1     |
        | LMT battery        | no       | yes          | 60       | 2027-09-18 | 2029-03-17 | 0     |
        | LMT battery        | no       | yes          | 60       | 2027-09-18 | 2029-03-18 | 1     |
        | industrial battery | yes      | yes          | 60       | 2029-01-18 | 2030-08-17 | 0     |
        | industrial battery | yes      | yes          | 60       | 2029-01-18 | 2030-08-18 | 1     |
        | industrial battery | yes      | yes          | 60       | 2029-09-18 | 2031-03-17 | 0     |
        | industrial battery | yes      | yes          | 60       | 2029-09-18 | 2031-03-18 | 1     |
        | industrial battery | yes      | no           | 60       | 2029-01-18 | 2030-08-18 | 0     |
        | industrial battery | yes      | yes          | 2        | 2029-01-18 | 2030-08-18 | 0     |
        | industrial battery | yes      | yes          | 2.01     | 2029-01-18 | 2030-08-18 | 1     |
        | SLI battery        | no       | yes          | 60       | 2020-01-01 | 2034-01-01 | 0     |
        | portable battery   | yes      | yes          | 60       | 2020-01-01 | 2034-01-01 | 0     |

    Scenario Outline: the class label applies from the later of two dates
      Given battery category is <category>
      And exclusively external storage is <external>
      And rechargeable battery is <rechargeable>
      And battery capacity is <capacity> kWh
      And entry into force of the footprint class act is <acts>
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then the quantity binding footprint class (1 = applies) is <binds>

      Examples:
        | category           | external | rechargeable | capacity | acts       | first      | binds |
        | EV battery         | no       | yes          | 60       | 2026-08-05 | 2028-03-04 | 0     |
        | EV battery         | no       | yes          | 60       | 2026-08-05 | 2028-03-05 | 1     |
        | EV battery         | no       | yes          | 60       | 2027-04-05 | 2028-10-04 | 0     |
        | EV battery         | no       | yes          | 60       | 2027-04-05 | 2028-10-05 | 1     |
        | industrial battery | no       | yes          | 60       | 2026-08-05 | 2028-03-04 | 0     |
        | industrial battery | no       | yes          | 60       | 2026-08-05 | 2028-03-05 | 1     |
        | industrial battery | no       | yes          | 60       | 2027-04-05 | 2028-10-04 | 0     |
        | industrial battery | no       | yes          | 60       | 2027-04-05 | 2028-10-05 | 1     |
        | industrial battery | no       | no           | 60       | 2026-08-05 | 2028-03-05 | 0     |
        | industrial battery | no       | yes          | 2        | 2026-08-05 | 2028-03-05 | 0     |
        | industrial battery | no       | yes          | 2.01     | 2026-08-05 | 2028-03-05 | 1     |
        | LMT battery        | no       | yes          | 60       | 2028-07-18 | 2030-02-17 | 0     |
        | LMT battery        | no       | yes          | 60       | 2028-07-18 | 2030-02-18 | 1     |
        | LMT battery        | no       | yes          | 60       | 2029-03-18 | 2030-09-17 | 0     |
        | LMT battery        | no       | yes          | 60       | 2029-03-18 | 2030-09-18 | 1     |
        | industrial battery | yes      | yes          | 60       | 2030-07-18 | 2032-02-17 | 0     |
        | industrial battery | yes      | yes          | 60       | 2030-07-18 | 2032-02-18 | 1     |
        | industrial battery | yes      | yes          | 60       | 2031-03-18 | 2032-09-17 | 0     |
        | industrial battery | yes      | yes          | 60       | 2031-03-18 | 2032-09-18 | 1     |
        | industrial battery | yes      | no           | 60       | 2030-07-18 | 2032-02-18 | 0     |
        | industrial battery | yes      | yes          | 2        | 2030-07-18 | 2032-02-18 | 0     |
        | industrial battery | yes      | yes          | 2.01     | 2030-07-18 | 2032-02-18 | 1     |
        | SLI battery        | no       | yes          | 60       | 2020-01-01 | 2034-01-01 | 0     |
        | portable battery   | yes      | yes          | 60       | 2020-01-01 | 2034-01-01 | 0     |

    Scenario Outline: the maximum applies from the later of two dates
      Given battery category is <category>
      And exclusively external storage is <external>
      And rechargeable battery is <rechargeable>
      And battery capacity is <capacity> kWh
      And entry into force of the footprint maximum act is <acts>
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then the quantity binding footprint maximum (1 = applies) is <binds>

      Examples:
        | category           | external | rechargeable | capacity | acts       | first      | binds |
        | EV battery         | no       | yes          | 60       | 2026-08-05 | 2028-03-04 | 0     |
        | EV battery         | no       | yes          | 60       | 2026-08-05 | 2028-03-05 | 1     |
        | EV battery         | no       | yes          | 60       | 2027-04-05 | 2028-10-04 | 0     |
        | EV battery         | no       | yes          | 60       | 2027-04-05 | 2028-10-05 | 1     |
        | industrial battery | no       | yes          | 60       | 2027-07-18 | 2029-02-17 | 0     |
        | industrial battery | no       | yes          | 60       | 2027-07-18 | 2029-02-18 | 1     |
        | industrial battery | no       | yes          | 60       | 2028-03-18 | 2029-09-17 | 0     |
        | industrial battery | no       | yes          | 60       | 2028-03-18 | 2029-09-18 | 1     |
        | industrial battery | no       | no           | 60       | 2027-07-18 | 2029-02-18 | 0     |
        | industrial battery | no       | yes          | 2        | 2027-07-18 | 2029-02-18 | 0     |
        | industrial battery | no       | yes          | 2.01     | 2027-07-18 | 2029-02-18 | 1     |
        | LMT battery        | no       | yes          | 60       | 2030-01-18 | 2031-08-17 | 0     |
        | LMT battery        | no       | yes          | 60       | 2030-01-18 | 2031-08-18 | 1     |
        | LMT battery        | no       | yes          | 60       | 2030-09-18 | 2032-03-17 | 0     |
        | LMT battery        | no       | yes          | 60       | 2030-09-18 | 2032-03-18 | 1     |
        | industrial battery | yes      | yes          | 60       | 2032-01-18 | 2033-08-17 | 0     |
        | industrial battery | yes      | yes          | 60       | 2032-01-18 | 2033-08-18 | 1     |
        | industrial battery | yes      | yes          | 60       | 2032-09-18 | 2034-03-17 | 0     |
        | industrial battery | yes      | yes          | 60       | 2032-09-18 | 2034-03-18 | 1     |
        | industrial battery | yes      | no           | 60       | 2032-01-18 | 2033-08-18 | 0     |
        | industrial battery | yes      | yes          | 2        | 2032-01-18 | 2033-08-18 | 0     |
        | industrial battery | yes      | yes          | 2.01     | 2032-01-18 | 2033-08-18 | 1     |
        | SLI battery        | no       | yes          | 60       | 2020-01-01 | 2034-01-01 | 0     |
        | portable battery   | yes      | yes          | 60       | 2020-01-01 | 2034-01-01 | 0     |

    Scenario Outline: start dates if both acts enter into force on 1 March 2027
      Given battery category is <category>
      And exclusively external storage is <external>
      And entry into force of the footprint acts is 2027-03-01
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then the quantity binding footprint declaration (1 = applies) is <scope>

      Examples:
        | category           | external | first      | scope |
        | EV battery         | no       | 2028-02-29 | 0     |
        | EV battery         | no       | 2028-03-01 | 1     |
        | industrial battery | no       | 2028-08-31 | 0     |
        | industrial battery | no       | 2028-09-01 | 1     |
        | LMT battery        | no       | 2028-08-31 | 0     |
        | LMT battery        | no       | 2028-09-01 | 1     |
        | industrial battery | yes      | 2030-08-17 | 0     |
        | industrial battery | yes      | 2030-08-18 | 1     |

    Scenario Outline: the declaration needs all seven parts
      Given supposing binding footprint declaration (1 = applies) is 1
      And contents of the footprint declaration is <content>
      When evaluated as of 2027-04-01
      Then gate A7-DECLARATION is <outcome>

      Examples:
        | content                                                                                                                                                                                | outcome |
        | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity, link to the public study | met     |
        | model declared, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity, link to the public study                                  | not met |
        | manufacturer of the declaration, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity, link to the public study                 | not met |
        | manufacturer of the declaration, model declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity, link to the public study                 | not met |
        | manufacturer of the declaration, model declared, plant declared, life-cycle stages, identifier of the declaration of conformity, link to the public study                              | not met |
        | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, identifier of the declaration of conformity, link to the public study                    | not met |
        | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, life-cycle stages, link to the public study                                              | not met |
        | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity                           | not met |

    Scenario: before its start date the declaration is not required
      Given supposing binding footprint declaration (1 = applies) is 0
      And contents of the footprint declaration is none
      And supposing binding footprint class (1 = applies) is 0
      And supposing binding footprint maximum (1 = applies) is 0
      When evaluated as of 2027-04-01
      Then gate A7-DECLARATION is not applicable
      And gate A7-CLASS is not applicable
      And gate A7-MAXIMUM is not applicable

    Scenario Outline: class label and maximum after they start to apply
      Given supposing binding footprint class (1 = applies) is 1
      And supposing binding footprint maximum (1 = applies) is 1
      And footprint class label is <label>
      And footprint below the maximum is <kept>
      When evaluated as of 2027-04-01
      Then gate A7-CLASS is <class>
      And gate A7-MAXIMUM is <maximum>

      Examples:
        | label | kept | class   | maximum |
        | yes   | no   | met     | not met |
        | no    | yes  | not met | met     |

    Scenario Outline: a repurposed battery needs no declaration, class or maximum, whenever it was first placed on the market
      Given entry into force of the footprint acts is 2026-12-01
      And contents of the footprint declaration is none
      And entry into force of the footprint class act is 2026-12-01
      And footprint class label is no
      And entry into force of the footprint maximum act is 2026-12-01
      And footprint below the maximum is no
      And day placed on the market is 2029-01-01
      And day first placed on the market is <first>
      When evaluated as of 2027-04-01
      Then gate A7-DECLARATION is <outcome>
      And gate A7-CLASS is <outcome>
      And gate A7-MAXIMUM is <outcome>

      Examples:
        | first      | outcome        |
        | 2026-06-01 | not applicable |
        | 2028-12-31 | not applicable |
        | 2029-01-01 | not met        |

  Rule: The footprint is declared per kWh delivered, not per kWh of capacity
    Background:
      Given the quantity full cycles per year (cycles_per_year), in 1/year, by vehicle category, on basis a7-draft
        | vehicle category | is  |
        | M1 car           | 60  |
        | N1 van           | 60  |
        | category L       | 20  |
        | M2 M3 bus        | 250 |
        | N2 N3 truck      | 250 |
        | otherwise        | 0   |
      And the quantity energy delivered over life (energy_delivered), in kWh
        | is                                                     | when                                                                       | basis     |
        | battery capacity * full cycles per year * service life | battery category is EV battery; full cycles per year is more than 0 1/year | a7-draft  |
        | battery capacity * full cycles over the service life   | otherwise                                                                  | a7-cycles |
      And the quantity footprint per kWh delivered (footprint_delivered), in kgCO2e/kWh, on basis a7-annex2
        | is                                                                         | when                                |
        | undetermined, because the battery delivers no energy over its service life | energy delivered over life is 0 kWh |
        | footprint of the whole battery / energy delivered over life                | otherwise                           |
      And the quantity footprint per kWh of capacity (footprint_capacity), in kgCO2e/kWh, on basis literature
        | is                                                |
        | footprint of the whole battery / battery capacity |
      And the quantity ratio of declared to computed footprint (footprint_ratio), on basis a7-annex2
        | is                                                                 | when                                        |
        | undetermined, because the computed footprint is 0                  | footprint per kWh delivered is 0 kgCO2e/kWh |
        | footprint declared per kWh delivered / footprint per kWh delivered | otherwise                                   |
      And the quantity gap between stages and total (stage_gap), in %, on basis a7-annex2
        | is                                                                                                                                                                              | when                                       |
        | undetermined, because the footprint of the whole battery is 0                                                                                                                   | footprint of the whole battery is 0 kgCO2e |
        | (footprint of raw materials + footprint of production + footprint of distribution + footprint of end of life - footprint of the whole battery) / footprint of the whole battery | otherwise                                  |
      And these findings
        | code        | finding                                                                         | when                                                                                                                         | severity    | basis      |
        | A7.UNIT     | Declared footprint seems to be per kWh of capacity instead of per kWh delivered | carbon footprint declared is yes; ratio of declared to computed footprint is more than 5                                     | major       | a7-annex2  |
        | A7.MISMATCH | Declared footprint is far below the computed footprint                          | carbon footprint declared is yes; ratio of declared to computed footprint is less than 0.5                                   | minor       | a7-annex2  |
        | A7.NMC_LOW  | Footprint per kWh of capacity is below published NMC values                     | carbon footprint declared is yes; battery chemistry is NMC or NCA; footprint per kWh of capacity is less than 20 kgCO2e/kWh  | observation | literature |
        | A7.NMC_HIGH | Footprint per kWh of capacity is above published NMC values                     | carbon footprint declared is yes; battery chemistry is NMC or NCA; footprint per kWh of capacity is more than 394 kgCO2e/kWh | observation | literature |
        | A7.LFP_LOW  | Footprint per kWh of capacity is below published LFP values                     | carbon footprint declared is yes; battery chemistry is LFP; footprint per kWh of capacity is less than 34 kgCO2e/kWh         | observation | literature |
        | A7.LFP_HIGH | Footprint per kWh of capacity is above published LFP values                     | carbon footprint declared is yes; battery chemistry is LFP; footprint per kWh of capacity is more than 246 kgCO2e/kWh        | observation | literature |

    Scenario Outline: a car of 60 kWh and a truck of 300 kWh
      Given vehicle category is <vehicle>
      And battery capacity is <capacity> kWh
      And footprint of the whole battery is <total> kgCO2e
      When evaluated as of 2027-04-01
      Then the quantity energy delivered over life is <energy> kWh
      And the quantity footprint per kWh delivered is <delivered> kgCO2e/kWh
      And the quantity footprint per kWh of capacity is <per_capacity> kgCO2e/kWh

      Examples:
        | vehicle     | capacity | total | energy | delivered | per_capacity |
        | M1 car      | 60       | 4374  | 28800  | 0.151875  | 72.9         |
        | N2 N3 truck | 300      | 18300 | 600000 | 0.0305    | 61           |
        | N2 N3 truck | 300      | 31800 | 600000 | 0.053     | 106          |
        | category L  | 5        | 300   | 800    | 0.375     | 60           |
        | category O  | 60       | 4374  | 360000 | 0.01215   | 72.9         |

    Scenario Outline: for batteries outside the draft act, the declared cycles determine the energy delivered
      Given battery category is <category>
      And vehicle category is <vehicle>
      And battery capacity is <capacity> kWh
      And full cycles over the service life is <cycles>
      And footprint of the whole battery is <total> kgCO2e
      And footprint declared per kWh delivered is <declared> kgCO2e/kWh
      And carbon footprint declared is yes
      When evaluated as of 2027-04-01
      Then the quantity energy delivered over life is <energy> kWh
      And the quantity footprint per kWh delivered is <delivered> kgCO2e/kWh
      And the quantity ratio of declared to computed footprint is <ratio>
      And no finding A7.MISMATCH is raised

      Examples:
        | category           | vehicle                             | capacity | cycles | total | declared | energy | delivered | ratio |
        | industrial battery | no vehicle                          | 100      | 6000   | 7200  | 0.012    | 600000 | 0.012     | 1     |
        | industrial battery | M1 car                              | 100      | 6000   | 7200  | 0.012    | 600000 | 0.012     | 1     |
        | LMT battery        | light vehicle without type approval | 0.5      | 800    | 40    | 0.1      | 400    | 0.1       | 1     |
        | LMT battery        | category L                          | 2        | 800    | 160   | 0.1      | 1600   | 0.1       | 1     |

    Scenario: an industrial battery with a footprint declared per kWh of capacity
      Given battery category is industrial battery
      And vehicle category is no vehicle
      And battery capacity is 100 kWh
      And full cycles over the service life is 6000
      And footprint of the whole battery is 7200 kgCO2e
      And footprint declared per kWh delivered is 72 kgCO2e/kWh
      And carbon footprint declared is yes
      When evaluated as of 2027-04-01
      Then a major nonconformity A7.UNIT is raised

    Scenario: 72.9 kgCO2e per kWh is a value per kWh of capacity
      Given footprint declared per kWh delivered is 72.9 kgCO2e/kWh
      And carbon footprint declared is yes
      When evaluated as of 2027-04-01
      Then a major nonconformity A7.UNIT is raised
      And no finding A7.MISMATCH is raised

    Scenario: five times the computed value does not yet indicate a wrong unit
      Given footprint declared per kWh delivered is 0.759375 kgCO2e/kWh
      And carbon footprint declared is yes
      When evaluated as of 2027-04-01
      Then no finding A7.UNIT is raised

    Scenario: half the computed value is not yet far below it
      Given footprint declared per kWh delivered is 0.0759375 kgCO2e/kWh
      And carbon footprint declared is yes
      When evaluated as of 2027-04-01
      Then no finding A7.MISMATCH is raised

    Scenario: less than half the computed value is far below it
      Given footprint declared per kWh delivered is 0.07 kgCO2e/kWh
      And carbon footprint declared is yes
      When evaluated as of 2027-04-01
      Then a minor nonconformity A7.MISMATCH is raised
      And no finding A7.UNIT is raised

    Scenario: a footprint that is not declared is not checked for its unit
      Given footprint declared per kWh delivered is 72.9 kgCO2e/kWh
      And carbon footprint declared is no
      When evaluated as of 2027-04-01
      Then no finding A7.UNIT is raised

    Scenario: a footprint that is not declared is not checked for being too low
      Given footprint declared per kWh delivered is 0.07 kgCO2e/kWh
      And carbon footprint declared is no
      When evaluated as of 2027-04-01
      Then no finding A7.MISMATCH is raised

    Scenario: below the lower end of the published NMC range
      Given battery chemistry is NMC or NCA
      And footprint of the whole battery is 1199 kgCO2e
      When evaluated as of 2027-04-01
      Then an observation A7.NMC_LOW is raised

    Scenario: at the lower end of the published NMC range
      Given battery chemistry is NMC or NCA
      And footprint of the whole battery is 1200 kgCO2e
      When evaluated as of 2027-04-01
      Then no finding A7.NMC_LOW is raised

    Scenario: below the lower end of the NMC range, other chemistry
      Given battery chemistry is other lithium
      And footprint of the whole battery is 1199 kgCO2e
      When evaluated as of 2027-04-01
      Then no finding A7.NMC_LOW is raised

    Scenario: below the lower end of the NMC range, no footprint declared
      Given battery chemistry is NMC or NCA
      And footprint of the whole battery is 1199 kgCO2e
      And carbon footprint declared is no
      When evaluated as of 2027-04-01
      Then no finding A7.NMC_LOW is raised

    Scenario: above the upper end of the published NMC range
      Given battery chemistry is NMC or NCA
      And footprint of the whole battery is 23641 kgCO2e
      When evaluated as of 2027-04-01
      Then an observation A7.NMC_HIGH is raised

    Scenario: at the upper end of the published NMC range
      Given battery chemistry is NMC or NCA
      And footprint of the whole battery is 23640 kgCO2e
      When evaluated as of 2027-04-01
      Then no finding A7.NMC_HIGH is raised

    Scenario: above the upper end of the NMC range, other chemistry
      Given battery chemistry is other lithium
      And footprint of the whole battery is 23641 kgCO2e
      When evaluated as of 2027-04-01
      Then no finding A7.NMC_HIGH is raised

    Scenario: above the upper end of the NMC range, no footprint declared
      Given battery chemistry is NMC or NCA
      And footprint of the whole battery is 23641 kgCO2e
      And carbon footprint declared is no
      When evaluated as of 2027-04-01
      Then no finding A7.NMC_HIGH is raised

    Scenario: below the lower end of the published LFP range
      Given battery chemistry is LFP
      And footprint of the whole battery is 2039 kgCO2e
      When evaluated as of 2027-04-01
      Then an observation A7.LFP_LOW is raised

    Scenario: at the lower end of the published LFP range
      Given battery chemistry is LFP
      And footprint of the whole battery is 2040 kgCO2e
      When evaluated as of 2027-04-01
      Then no finding A7.LFP_LOW is raised

    Scenario: below the lower end of the LFP range, other chemistry
      Given battery chemistry is other lithium
      And footprint of the whole battery is 2039 kgCO2e
      When evaluated as of 2027-04-01
      Then no finding A7.LFP_LOW is raised

    Scenario: below the lower end of the LFP range, no footprint declared
      Given battery chemistry is LFP
      And footprint of the whole battery is 2039 kgCO2e
      And carbon footprint declared is no
      When evaluated as of 2027-04-01
      Then no finding A7.LFP_LOW is raised

    Scenario: above the upper end of the published LFP range
      Given battery chemistry is LFP
      And footprint of the whole battery is 14761 kgCO2e
      When evaluated as of 2027-04-01
      Then an observation A7.LFP_HIGH is raised

    Scenario: at the upper end of the published LFP range
      Given battery chemistry is LFP
      And footprint of the whole battery is 14760 kgCO2e
      When evaluated as of 2027-04-01
      Then no finding A7.LFP_HIGH is raised

    Scenario: above the upper end of the LFP range, other chemistry
      Given battery chemistry is other lithium
      And footprint of the whole battery is 14761 kgCO2e
      When evaluated as of 2027-04-01
      Then no finding A7.LFP_HIGH is raised

    Scenario: above the upper end of the LFP range, no footprint declared
      Given battery chemistry is LFP
      And footprint of the whole battery is 14761 kgCO2e
      And carbon footprint declared is no
      When evaluated as of 2027-04-01
      Then no finding A7.LFP_HIGH is raised

  Rule: Recycled content
    Background:
      Given the quantity scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) (recycled_scope)
        | is | when                                                                                                            | basis       |
        | 0  | second life (1 = yes) is 1                                                                                      | second-life |
        | 2  | battery category is one of SLI battery, EV battery                                                              | a8-2, a8-3  |
        | 2  | battery category is industrial battery; battery capacity is more than 2 kWh; exclusively external storage is no | a8-2, a8-3  |
        | 1  | battery category is LMT battery                                                                                 | a8-3        |
        | 0  | otherwise                                                                                                       | a8-2, a8-3  |
      And the quantity binding recycled content documentation (1 = applies) (documentation_binding), on basis a8-1
        | is | when                                                                                                                                                                                                                                                                                                      |
        | 1  | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 2; Article 8 metals present includes any of cobalt, lead, lithium, nickel; day first placed on the market is from 2028-08-18; day first placed on the market is from entry into force of the recycled content act plus 2 years |
        | 1  | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 1; Article 8 metals present includes any of cobalt, lead, lithium, nickel; day first placed on the market is from 2033-08-18; day first placed on the market is from entry into force of the recycled content act plus 2 years |
        | 0  | otherwise                                                                                                                                                                                                                                                                                                 |
      And these gates
        | id              | gate                                                  | requires                                                                                                                                                                                                 | applies when                                                                                                                                                                                                                           | basis |
        | A8-DOCUMENTS    | Recycled content documented per model, year and plant | recycled content documentation includes any of shares per metal; recycled content documentation includes any of year of manufacture; recycled content documentation includes any of plant of manufacture | binding recycled content documentation (1 = applies) is 1                                                                                                                                                                              | a8-1  |
        | A8-COBALT-2031  | Recycled cobalt at least 16 %                         | recycled cobalt is at least 16 %                                                                                                                                                                         | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 2; Article 8 metals present includes any of cobalt; day first placed on the market is from 2031-08-18; day first placed on the market is before 2036-08-18  | a8-2  |
        | A8-COBALT-2036  | Recycled cobalt at least 26 % from 2036               | recycled cobalt is at least 26 %                                                                                                                                                                         | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is at least 1; Article 8 metals present includes any of cobalt; day first placed on the market is from 2036-08-18                                              | a8-3  |
        | A8-LEAD-2031    | Recycled lead at least 85 %                           | recycled lead is at least 85 %                                                                                                                                                                           | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 2; Article 8 metals present includes any of lead; day first placed on the market is from 2031-08-18; day first placed on the market is before 2036-08-18    | a8-2  |
        | A8-LEAD-2036    | Recycled lead at least 85 % from 2036                 | recycled lead is at least 85 %                                                                                                                                                                           | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is at least 1; Article 8 metals present includes any of lead; day first placed on the market is from 2036-08-18                                                | a8-3  |
        | A8-LITHIUM-2031 | Recycled lithium at least 6 %                         | recycled lithium is at least 6 %                                                                                                                                                                         | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 2; Article 8 metals present includes any of lithium; day first placed on the market is from 2031-08-18; day first placed on the market is before 2036-08-18 | a8-2  |
        | A8-LITHIUM-2036 | Recycled lithium at least 12 % from 2036              | recycled lithium is at least 12 %                                                                                                                                                                        | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is at least 1; Article 8 metals present includes any of lithium; day first placed on the market is from 2036-08-18                                             | a8-3  |
        | A8-NICKEL-2031  | Recycled nickel at least 6 %                          | recycled nickel is at least 6 %                                                                                                                                                                          | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 2; Article 8 metals present includes any of nickel; day first placed on the market is from 2031-08-18; day first placed on the market is before 2036-08-18  | a8-2  |
        | A8-NICKEL-2036  | Recycled nickel at least 15 % from 2036               | recycled nickel is at least 15 %                                                                                                                                                                         | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is at least 1; Article 8 metals present includes any of nickel; day first placed on the market is from 2036-08-18                                              | a8-3  |
      And these findings
        | code             | finding                                                      | when                                                                                                                                                                                                                   | severity    | basis      |
        | A8.COBALT_AHEAD  | Recycled cobalt is below the minimum that applies from 2031  | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 2; Article 8 metals present includes any of cobalt; day first placed on the market is before 2031-08-18; recycled cobalt is less than 16 %  | observation | a8-advance |
        | A8.LEAD_AHEAD    | Recycled lead is below the minimum that applies from 2031    | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 2; Article 8 metals present includes any of lead; day first placed on the market is before 2031-08-18; recycled lead is less than 85 %      | observation | a8-advance |
        | A8.LITHIUM_AHEAD | Recycled lithium is below the minimum that applies from 2031 | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 2; Article 8 metals present includes any of lithium; day first placed on the market is before 2031-08-18; recycled lithium is less than 6 % | observation | a8-advance |
        | A8.NICKEL_AHEAD  | Recycled nickel is below the minimum that applies from 2031  | scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is 2; Article 8 metals present includes any of nickel; day first placed on the market is before 2031-08-18; recycled nickel is less than 6 %   | observation | a8-advance |

    Scenario Outline: batteries to which Article 8 applies
      Given battery category is <category>
      And battery capacity is <capacity> kWh
      And exclusively external storage is <external>
      When evaluated as of 2027-04-01
      Then the quantity scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is <scope>

      Examples:
        | category           | capacity | external | scope |
        | EV battery         | 60       | no       | 2     |
        | SLI battery        | 1        | no       | 2     |
        | industrial battery | 2.01     | no       | 2     |
        | industrial battery | 2        | no       | 0     |
        | industrial battery | 2.01     | yes      | 0     |
        | LMT battery        | 1        | no       | 1     |
        | portable battery   | 2.01     | no       | 0     |

    Scenario Outline: Article 8 does not apply to a remanufactured battery, whenever it was first placed on the market
      Given day placed on the market is 2034-01-01
      And day first placed on the market is <first>
      When evaluated as of 2027-04-01
      Then the quantity scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is <scope>

      Examples:
        | first      | scope |
        | 2032-01-01 | 0     |
        | 2034-01-01 | 2     |

    Scenario Outline: a battery without any of the four metals needs no documentation
      Given Article 8 metals present is <metals>
      And supposing scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is <scope>
      And entry into force of the recycled content act is 2026-01-01
      And day placed on the market is 2034-01-01
      And day first placed on the market is 2034-01-01
      When evaluated as of 2027-04-01
      Then the quantity binding recycled content documentation (1 = applies) is <binds>

      Examples:
        | metals | scope | binds |
        | nickel | 2     | 1     |
        | none   | 2     | 0     |
        | lead   | 1     | 1     |
        | none   | 1     | 0     |

    Scenario Outline: the day from which documentation is required
      Given supposing scope of recycled content (2 = shares from 2031 / 1 = shares from 2036) is <scope>
      And entry into force of the recycled content act is <act>
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then the quantity binding recycled content documentation (1 = applies) is <binds>

      Examples:
        | scope | act            | first      | binds |
        | 2     | 2026-01-01     | 2028-08-17 | 0     |
        | 2     | 2026-01-01     | 2028-08-18 | 1     |
        | 2     | 2027-01-01     | 2028-12-31 | 0     |
        | 2     | 2027-01-01     | 2029-01-01 | 1     |
        | 2     | not applicable | 2030-01-01 | 0     |
        | 1     | 2026-01-01     | 2033-08-17 | 0     |
        | 1     | 2026-01-01     | 2033-08-18 | 1     |
        | 1     | 2032-01-01     | 2033-12-31 | 0     |
        | 1     | 2032-01-01     | 2034-01-01 | 1     |
        | 0     | 2026-01-01     | 2034-01-01 | 0     |

    Scenario Outline: documentation with shares, year and plant
      Given supposing binding recycled content documentation (1 = applies) is <binds>
      And recycled content documentation is <documents>
      When evaluated as of 2027-04-01
      Then gate A8-DOCUMENTS is <outcome>

      Examples:
        | binds | documents                                                   | outcome        |
        | 1     | shares per metal, year of manufacture, plant of manufacture | met            |
        | 1     | year of manufacture, plant of manufacture                   | not met        |
        | 1     | shares per metal, plant of manufacture                      | not met        |
        | 1     | shares per metal, year of manufacture                       | not met        |
        | 0     | none                                                        | not applicable |

    Scenario: if the status of the recycled content act is unknown, the documentation duty is undetermined
      Given entry into force of the recycled content act is missing
      And day placed on the market is 2030-01-01
      And day first placed on the market is 2030-01-01
      When evaluated as of 2027-04-01
      Then gate A8-DOCUMENTS is undetermined because of entry into force of the recycled content act

    Scenario Outline: recycled cobalt: minimum shares of 2031 and 2036
      Given battery category is <category>
      And Article 8 metals present is <materials>
      And recycled cobalt is <share> %
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then gate A8-COBALT-2031 is <first_step>
      And gate A8-COBALT-2036 is <second_step>

      Examples:
        | category         | materials | share | first      | first_step     | second_step    |
        | EV battery       | cobalt    | 15.9  | 2031-08-17 | not applicable | not applicable |
        | EV battery       | cobalt    | 15.9  | 2031-08-18 | not met        | not applicable |
        | EV battery       | cobalt    | 16    | 2031-08-18 | met            | not applicable |
        | EV battery       | lead      | 15.9  | 2031-08-18 | not applicable | not applicable |
        | LMT battery      | cobalt    | 15.9  | 2032-01-01 | not applicable | not applicable |
        | SLI battery      | cobalt    | 15.9  | 2031-09-01 | not met        | not applicable |
        | EV battery       | cobalt    | 15.9  | 2036-08-17 | not met        | not applicable |
        | EV battery       | cobalt    | 25.9  | 2036-08-18 | not applicable | not met        |
        | EV battery       | cobalt    | 26    | 2036-08-18 | not applicable | met            |
        | LMT battery      | cobalt    | 25.9  | 2036-08-18 | not applicable | not met        |
        | LMT battery      | cobalt    | 26    | 2036-08-18 | not applicable | met            |
        | EV battery       | lead      | 25.9  | 2036-08-18 | not applicable | not applicable |
        | portable battery | cobalt    | 25.9  | 2036-08-18 | not applicable | not applicable |

    Scenario: cobalt below the 2031 minimum is only an observation
      Given Article 8 metals present is cobalt
      And recycled cobalt is 15.9 %
      When evaluated as of 2027-04-01
      Then an observation A8.COBALT_AHEAD is raised

    Scenario: cobalt at the 2031 minimum
      Given Article 8 metals present is cobalt
      And recycled cobalt is 16 %
      When evaluated as of 2027-04-01
      Then no finding A8.COBALT_AHEAD is raised

    Scenario: no observation for a battery without cobalt
      Given Article 8 metals present is lead
      And recycled cobalt is 15.9 %
      When evaluated as of 2027-04-01
      Then no finding A8.COBALT_AHEAD is raised

    Scenario: no observation on cobalt once it is a gate
      Given Article 8 metals present is cobalt
      And recycled cobalt is 15.9 %
      And day first placed on the market is 2031-08-18
      And day placed on the market is 2031-08-18
      When evaluated as of 2027-04-01
      Then no finding A8.COBALT_AHEAD is raised

    Scenario: no observation on cobalt of portable batteries
      Given Article 8 metals present is cobalt
      And recycled cobalt is 15.9 %
      And battery category is portable battery
      When evaluated as of 2027-04-01
      Then no finding A8.COBALT_AHEAD is raised

    Scenario Outline: recycled lead: minimum shares of 2031 and 2036
      Given battery category is <category>
      And Article 8 metals present is <materials>
      And recycled lead is <share> %
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then gate A8-LEAD-2031 is <first_step>
      And gate A8-LEAD-2036 is <second_step>

      Examples:
        | category         | materials | share | first      | first_step     | second_step    |
        | EV battery       | lead      | 84.9  | 2031-08-17 | not applicable | not applicable |
        | EV battery       | lead      | 84.9  | 2031-08-18 | not met        | not applicable |
        | EV battery       | lead      | 85    | 2031-08-18 | met            | not applicable |
        | EV battery       | cobalt    | 84.9  | 2031-08-18 | not applicable | not applicable |
        | LMT battery      | lead      | 84.9  | 2032-01-01 | not applicable | not applicable |
        | SLI battery      | lead      | 84.9  | 2031-09-01 | not met        | not applicable |
        | EV battery       | lead      | 84.9  | 2036-08-17 | not met        | not applicable |
        | EV battery       | lead      | 84.9  | 2036-08-18 | not applicable | not met        |
        | EV battery       | lead      | 85    | 2036-08-18 | not applicable | met            |
        | LMT battery      | lead      | 84.9  | 2036-08-18 | not applicable | not met        |
        | LMT battery      | lead      | 85    | 2036-08-18 | not applicable | met            |
        | EV battery       | cobalt    | 84.9  | 2036-08-18 | not applicable | not applicable |
        | portable battery | lead      | 84.9  | 2036-08-18 | not applicable | not applicable |

    Scenario: lead below the 2031 minimum is only an observation
      Given Article 8 metals present is lead
      And recycled lead is 84.9 %
      When evaluated as of 2027-04-01
      Then an observation A8.LEAD_AHEAD is raised

    Scenario: lead at the 2031 minimum
      Given Article 8 metals present is lead
      And recycled lead is 85 %
      When evaluated as of 2027-04-01
      Then no finding A8.LEAD_AHEAD is raised

    Scenario: no observation for a battery without lead
      Given Article 8 metals present is cobalt
      And recycled lead is 84.9 %
      When evaluated as of 2027-04-01
      Then no finding A8.LEAD_AHEAD is raised

    Scenario: no observation on lead once it is a gate
      Given Article 8 metals present is lead
      And recycled lead is 84.9 %
      And day first placed on the market is 2031-08-18
      And day placed on the market is 2031-08-18
      When evaluated as of 2027-04-01
      Then no finding A8.LEAD_AHEAD is raised

    Scenario: no observation on lead of portable batteries
      Given Article 8 metals present is lead
      And recycled lead is 84.9 %
      And battery category is portable battery
      When evaluated as of 2027-04-01
      Then no finding A8.LEAD_AHEAD is raised

    Scenario Outline: recycled lithium: minimum shares of 2031 and 2036
      Given battery category is <category>
      And Article 8 metals present is <materials>
      And recycled lithium is <share> %
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then gate A8-LITHIUM-2031 is <first_step>
      And gate A8-LITHIUM-2036 is <second_step>

      Examples:
        | category         | materials | share | first      | first_step     | second_step    |
        | EV battery       | lithium   | 5.9   | 2031-08-17 | not applicable | not applicable |
        | EV battery       | lithium   | 5.9   | 2031-08-18 | not met        | not applicable |
        | EV battery       | lithium   | 6     | 2031-08-18 | met            | not applicable |
        | EV battery       | lead      | 5.9   | 2031-08-18 | not applicable | not applicable |
        | LMT battery      | lithium   | 5.9   | 2032-01-01 | not applicable | not applicable |
        | SLI battery      | lithium   | 5.9   | 2031-09-01 | not met        | not applicable |
        | EV battery       | lithium   | 5.9   | 2036-08-17 | not met        | not applicable |
        | EV battery       | lithium   | 11.9  | 2036-08-18 | not applicable | not met        |
        | EV battery       | lithium   | 12    | 2036-08-18 | not applicable | met            |
        | LMT battery      | lithium   | 11.9  | 2036-08-18 | not applicable | not met        |
        | LMT battery      | lithium   | 12    | 2036-08-18 | not applicable | met            |
        | EV battery       | lead      | 11.9  | 2036-08-18 | not applicable | not applicable |
        | portable battery | lithium   | 11.9  | 2036-08-18 | not applicable | not applicable |

    Scenario: lithium below the 2031 minimum is only an observation
      Given Article 8 metals present is lithium
      And recycled lithium is 5.9 %
      When evaluated as of 2027-04-01
      Then an observation A8.LITHIUM_AHEAD is raised

    Scenario: lithium at the 2031 minimum
      Given Article 8 metals present is lithium
      And recycled lithium is 6 %
      When evaluated as of 2027-04-01
      Then no finding A8.LITHIUM_AHEAD is raised

    Scenario: no observation for a battery without lithium
      Given Article 8 metals present is lead
      And recycled lithium is 5.9 %
      When evaluated as of 2027-04-01
      Then no finding A8.LITHIUM_AHEAD is raised

    Scenario: no observation on lithium once it is a gate
      Given Article 8 metals present is lithium
      And recycled lithium is 5.9 %
      And day first placed on the market is 2031-08-18
      And day placed on the market is 2031-08-18
      When evaluated as of 2027-04-01
      Then no finding A8.LITHIUM_AHEAD is raised

    Scenario: no observation on lithium of portable batteries
      Given Article 8 metals present is lithium
      And recycled lithium is 5.9 %
      And battery category is portable battery
      When evaluated as of 2027-04-01
      Then no finding A8.LITHIUM_AHEAD is raised

    Scenario Outline: recycled nickel: minimum shares of 2031 and 2036
      Given battery category is <category>
      And Article 8 metals present is <materials>
      And recycled nickel is <share> %
      And day first placed on the market is <first>
      And day placed on the market is <first>
      When evaluated as of 2027-04-01
      Then gate A8-NICKEL-2031 is <first_step>
      And gate A8-NICKEL-2036 is <second_step>

      Examples:
        | category         | materials | share | first      | first_step     | second_step    |
        | EV battery       | nickel    | 5.9   | 2031-08-17 | not applicable | not applicable |
        | EV battery       | nickel    | 5.9   | 2031-08-18 | not met        | not applicable |
        | EV battery       | nickel    | 6     | 2031-08-18 | met            | not applicable |
        | EV battery       | lead      | 5.9   | 2031-08-18 | not applicable | not applicable |
        | LMT battery      | nickel    | 5.9   | 2032-01-01 | not applicable | not applicable |
        | SLI battery      | nickel    | 5.9   | 2031-09-01 | not met        | not applicable |
        | EV battery       | nickel    | 5.9   | 2036-08-17 | not met        | not applicable |
        | EV battery       | nickel    | 14.9  | 2036-08-18 | not applicable | not met        |
        | EV battery       | nickel    | 15    | 2036-08-18 | not applicable | met            |
        | LMT battery      | nickel    | 14.9  | 2036-08-18 | not applicable | not met        |
        | LMT battery      | nickel    | 15    | 2036-08-18 | not applicable | met            |
        | EV battery       | lead      | 14.9  | 2036-08-18 | not applicable | not applicable |
        | portable battery | nickel    | 14.9  | 2036-08-18 | not applicable | not applicable |

    Scenario: nickel below the 2031 minimum is only an observation
      Given Article 8 metals present is nickel
      And recycled nickel is 5.9 %
      When evaluated as of 2027-04-01
      Then an observation A8.NICKEL_AHEAD is raised

    Scenario: nickel at the 2031 minimum
      Given Article 8 metals present is nickel
      And recycled nickel is 6 %
      When evaluated as of 2027-04-01
      Then no finding A8.NICKEL_AHEAD is raised

    Scenario: no observation for a battery without nickel
      Given Article 8 metals present is lead
      And recycled nickel is 5.9 %
      When evaluated as of 2027-04-01
      Then no finding A8.NICKEL_AHEAD is raised

    Scenario: no observation on nickel once it is a gate
      Given Article 8 metals present is nickel
      And recycled nickel is 5.9 %
      And day first placed on the market is 2031-08-18
      And day placed on the market is 2031-08-18
      When evaluated as of 2027-04-01
      Then no finding A8.NICKEL_AHEAD is raised

    Scenario: no observation on nickel of portable batteries
      Given Article 8 metals present is nickel
      And recycled nickel is 5.9 %
      And battery category is portable battery
      When evaluated as of 2027-04-01
      Then no finding A8.NICKEL_AHEAD is raised

    Scenario: a battery of 2031 with cobalt 12, lithium 6 and nickel 9 %
      Given recycled cobalt is 12 %
      And recycled lithium is 6 %
      And recycled nickel is 9 %
      And day placed on the market is 2031-08-18
      And day first placed on the market is 2031-08-18
      When evaluated as of 2027-04-01
      Then gate A8-COBALT-2031 is not met
      And gate A8-LITHIUM-2031 is met
      And gate A8-NICKEL-2031 is met

    Scenario: LFP without cobalt
      Given battery chemistry is LFP
      And Article 8 metals present is lithium
      And recycled cobalt is missing
      And day placed on the market is 2031-08-18
      And day first placed on the market is 2031-08-18
      When evaluated as of 2027-04-01
      Then gate A8-COBALT-2031 is not applicable
      And gate A8-LITHIUM-2031 is met

  Rule: The declared values are consistent with each other
    Background:
      Given these indicators worth 4 points
        | id          | indicator                                            | section  | points | applies when                     | basis     |
        | D-FOOTPRINT | Footprint declaration is consistent                  | declared | 2      | carbon footprint declared is yes | a7-annex2 |
        | D-RECYCLED  | Recycled content documentation states year and plant | declared | 2      | recycled content declared is yes | a8-1      |
      And indicator D-FOOTPRINT scores in equal parts each that holds
        | holds                                                                          |
        | gap between stages and total is between -0.5 % and 0.5 %                       |
        | footprint of the whole battery is more than 0 kgCO2e                           |
        | contents of the footprint declaration includes any of link to the public study |
      And indicator D-RECYCLED scores in equal parts each that holds
        | holds                                                               |
        | recycled content documentation includes any of year of manufacture  |
        | recycled content documentation includes any of plant of manufacture |

    Scenario Outline: life-cycle stages, total and link to the study
      Given carbon footprint declared is <stated>
      And footprint of production is <production> kgCO2e
      And contents of the footprint declaration is <content>
      When evaluated as of 2027-04-01
      Then indicator D-FOOTPRINT scores <points>

      Examples:
        | stated | production | content                                                                                                                                                                                | points |
        | yes    | 1100       | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity, link to the public study | 2      |
        | yes    | 1121.87    | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity, link to the public study | 2      |
        | yes    | 1121.88    | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity, link to the public study | 4/3    |
        | yes    | 1078.13    | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity, link to the public study | 2      |
        | yes    | 1078.12    | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity, link to the public study | 4/3    |
        | yes    | 1100       | manufacturer of the declaration, model declared, plant declared, footprint per kWh delivered, life-cycle stages, identifier of the declaration of conformity                           | 4/3    |

    Scenario: a carbon footprint of 0
      Given footprint of the whole battery is 0 kgCO2e
      And supposing gap between stages and total is 0 %
      When evaluated as of 2027-04-01
      Then indicator D-FOOTPRINT scores 4/3

    Scenario: values that are not declared are not scored
      Given carbon footprint declared is no
      And recycled content declared is no
      When evaluated as of 2027-04-01
      Then indicator D-FOOTPRINT is not applicable
      And indicator D-RECYCLED is not applicable

    Scenario Outline: recycled content with year and plant of manufacture
      Given recycled content documentation is <documents>
      When evaluated as of 2027-04-01
      Then indicator D-RECYCLED scores <points>

      Examples:
        | documents                                                   | points |
        | shares per metal, year of manufacture, plant of manufacture | 2      |
        | shares per metal, year of manufacture                       | 1      |
        | shares per metal, plant of manufacture                      | 1      |
        | shares per metal                                            | 0      |
