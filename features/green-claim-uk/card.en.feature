# language: en
Feature: Green claims in the United Kingdom
  The Green Claims Code of the Competition and Markets Authority, and rulings of the Advertising Standards Authority.

  Background:
    Given this scorecard
      | field           | value                                                                                                     |
      | id              | green-claim-uk                                                                                            |
      | version         | 1.4.0                                                                                                     |
      | supersedes      | 1.3.0                                                                                                     |
      | title           | Green claims in the United Kingdom                                                                        |
      | subject         | claim                                                                                                     |
      | attestation     | self-assessment                                                                                           |
      | time zone       | Europe/London                                                                                             |
      | effective from  | 2026-11-20                                                                                                |
      | rounding        | half-even, 2 decimals                                                                                     |
      | not applicable  | refuse                                                                                                    |
      | does not assess | whether the evidence is true                                                                              |
      | does not assess | wording that no listed fact describes                                                                     |
      | does not assess | fines under the DMCC Act                                                                                  |
      | does not assess | a report that law demands, in which other law bears; what is taken from it into advertising is commercial |
    And these bases
      | basis          | instrument                      | clause                                                 | certainty   | note                                                                                                                                                                                                                                                                                                           |
      | cma-code       | CMA Green Claims Code           | six principles, CAP Code 11, DMCC Act 2024             | secondary   | Told by shoosmiths.com and Travers Smith (principles), Mishcon and petersandpeters.com (codes of advertising), wired-gov.net (Act).                                                                                                                                                                            |
      | cma-words      | CMA Green Claims Code           | second principle, words not specified or without basis | own reading | The principle asks for clarity; that these words fail it without specification, basis or clear qualification is our reading.                                                                                                                                                                                   |
      | cma-evidence   | CMA Green Claims Code           | sixth principle, evidence held at publication          | own reading | The principle asks for evidence; that it has to be there when the claim is published is our reading of it with the code of advertising.                                                                                                                                                                        |
      | asa-recycled   | Advertising Standards Authority | rulings on recycled bottles                            | secondary   | Among the pages read on the United Kingdom: asa.org.uk, promoveritas.com, charlesrussellspeechlys.com, dwfgroup.com, cms-lawnow.com.                                                                                                                                                                           |
      | asa-stale      | Advertising Standards Authority | ruling on airline comparisons of 2020-02-05            | secondary   | Among the pages read on the United Kingdom: asa.org.uk, promoveritas.com, charlesrussellspeechlys.com, dwfgroup.com, cms-lawnow.com.                                                                                                                                                                           |
      | asa-omission   | Advertising Standards Authority | ruling of 2022-10-19                                   | own reading | Among the pages read on the United Kingdom: asa.org.uk, promoveritas.com, charlesrussellspeechlys.com, dwfgroup.com, cms-lawnow.com. The rulings also found the green share of activity small; that third condition is not asked, only whether the share is stated. So the rule reaches further than they did. |
      | asa-boundary   | Advertising Standards Authority | ruling of 2026-05-13                                   | secondary   | Told by marketinglaw.osborneclarke.com and thegrocer.co.uk; decided under the code as before April 2025.                                                                                                                                                                                                       |
      | asa-financing  | Advertising Standards Authority | ruling of 2022-10-19 on a bank, financed emissions     | secondary   | Told by asa.org.uk, climatecasechart.com and petersandpeters.com.                                                                                                                                                                                                                                              |
      | cma-facilities | CMA Green Claims Code           | example of a compostable cup, and claims of recycling  | own reading | The example of a cup that only an industrial plant composts is told by deadgoodwithwords.co.uk; that what can be recycled only elsewhere is alike is our reading.                                                                                                                                              |
      | cap-11-3       | CAP Code                        | 11.3                                                   | confirmed   | Read on a page of the Advertising Standards Authority (asa.org.uk): absolute claims must be supported by a high level of substantiation. That the rule stands since 2010-09-01 is recalled.                                                                                                                    |
      | otherwise      | green-claim-uk                  | no rule of this card holds                             | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                            |
    And these facts
      | fact                           | label                                 | type    | one of                                                                                                                                                                                                                                                                                                                                                                                                               |
      | kind                           | kind of communication                 | choice  | commercial, mandatory_report, institutional, mandatory_label                                                                                                                                                                                                                                                                                                                                                         |
      | display                        | display period                        | period  |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | subject_level                  | subject of the claim                  | choice  | product, category, packaging, component, process, service, site, event, brand, trader, financial_product                                                                                                                                                                                                                                                                                                             |
      | claim_types                    | claim types                           | choices | generic, social_mix, specific_attribute, quantified_pcf, comparative, absolute, future, neutral_offset, neutral_no_offset, net_zero, negative_carbon, removal, contribution, avoided_handprint, label, name, recycled_content, recyclable, degradable, compostable, renewable_energy, renewable_material, free_of, energy_efficiency, durability, repairability, imagery_only, legal_requirement, irrelevant_benefit |
      | specification                  | specification                         | choice  | same_medium, elsewhere_only, none                                                                                                                                                                                                                                                                                                                                                                                    |
      | headline_excludes_parts        | headline excludes parts               | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | basis_in_claim                 | basis stated in the claim             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | evidence_boundary_covers_claim | boundary of evidence covers the claim | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | trader_high_emitting           | high-emitting trader                  | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | green_share_stated             | share of green activity stated        | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | truthful                       | truthful and accurate                 | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | clear                          | clear and unambiguous                 | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | nothing_important_omitted      | nothing important omitted             | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_fair                | comparison fair and meaningful        | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | full_life_cycle_considered     | full life cycle considered            | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | substantiated                  | substantiated                         | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | comparison_data_current        | comparison data current               | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | qualified_prominently          | qualified clearly and prominently     | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | evidence_on_file               | evidence on file at publication       | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | trader_financed_emissions      | emissions of what is financed         | choice  | no_financing, told, left_out                                                                                                                                                                                                                                                                                                                                                                                         |
      | facilities_where_shown         | facilities where it is shown          | choice  | widely, partly, nowhere                                                                                                                                                                                                                                                                                                                                                                                              |
      | recycling_limits_disclosed     | limits of recycling disclosed         | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | compost_facilities_disclosed   | lack of facilities disclosed          | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording               | absolute wording                      | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
      | absolute_wording_proved        | absolute wording proved               | flag    |                                                                                                                                                                                                                                                                                                                                                                                                                      |
    And the choices of kind of communication
      | value            | words            |
      | commercial       | commercial       |
      | mandatory_report | mandatory report |
      | institutional    | institutional    |
      | mandatory_label  | mandatory label  |
    And the choices of subject of the claim
      | value             | words             |
      | product           | product           |
      | category          | category          |
      | packaging         | packaging         |
      | component         | component         |
      | process           | process           |
      | service           | service           |
      | site              | site              |
      | event             | event             |
      | brand             | brand             |
      | trader            | trader            |
      | financial_product | financial product |
    And the choices of claim types
      | value              | words                    |
      | generic            | generic                  |
      | social_mix         | social and environmental |
      | specific_attribute | specific attribute       |
      | quantified_pcf     | quantified footprint     |
      | comparative        | comparative              |
      | absolute           | absolute                 |
      | future             | future                   |
      | neutral_offset     | neutral by offsets       |
      | neutral_no_offset  | neutral without offsets  |
      | net_zero           | net zero                 |
      | negative_carbon    | carbon negative          |
      | removal            | removal                  |
      | contribution       | contribution             |
      | avoided_handprint  | avoided emissions        |
      | label              | label                    |
      | name               | name                     |
      | recycled_content   | recycled content         |
      | recyclable         | recyclable               |
      | degradable         | degradable               |
      | compostable        | compostable              |
      | renewable_energy   | renewable energy         |
      | renewable_material | renewable material       |
      | free_of            | free of                  |
      | energy_efficiency  | energy efficiency        |
      | durability         | durability               |
      | repairability      | repairability            |
      | imagery_only       | imagery only             |
      | legal_requirement  | legal requirement        |
      | irrelevant_benefit | irrelevant benefit       |
    And the choices of specification
      | value          | words              |
      | same_medium    | on the same medium |
      | elsewhere_only | elsewhere only     |
      | none           | no specification   |
    And the choices of emissions of what is financed
      | value        | words           |
      | no_financing | finances nobody |
      | told         | told            |
      | left_out     | left out        |
    And the choices of facilities where it is shown
      | value   | words                    |
      | widely  | for most people there    |
      | partly  | for some there           |
      | nowhere | for hardly anybody there |
    And this reference case
      | fact                                  | value                    |
      | kind of communication                 | commercial               |
      | display period                        | 2026-10-01 to 2026-12-31 |
      | subject of the claim                  | product                  |
      | claim types                           | specific attribute       |
      | specification                         | on the same medium       |
      | headline excludes parts               | no                       |
      | basis stated in the claim             | yes                      |
      | boundary of evidence covers the claim | yes                      |
      | high-emitting trader                  | no                       |
      | share of green activity stated        | yes                      |
      | truthful and accurate                 | yes                      |
      | clear and unambiguous                 | yes                      |
      | nothing important omitted             | yes                      |
      | comparison fair and meaningful        | yes                      |
      | full life cycle considered            | yes                      |
      | substantiated                         | yes                      |
      | comparison data current               | yes                      |
      | qualified clearly and prominently     | yes                      |
      | evidence on file at publication       | yes                      |
      | emissions of what is financed         | finances nobody          |
      | facilities where it is shown          | for most people there    |
      | limits of recycling disclosed         | yes                      |
      | lack of facilities disclosed          | yes                      |
      | absolute wording                      | no                       |
      | absolute wording proved               | yes                      |

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: not for a report that law demands
      Given kind is mandatory_report
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
