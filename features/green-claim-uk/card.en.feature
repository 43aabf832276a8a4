# language: en
Feature: Green claims in the United Kingdom
  The Green Claims Code of the Competition and Markets Authority, and rulings of the Advertising Standards Authority.

  Background:
    Given this scorecard
      | field           | value                                                                                                     |
      | id              | green-claim-uk                                                                                            |
      | version         | 1.5.0                                                                                                     |
      | supersedes      | 1.4.0                                                                                                     |
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
      | basis          | instrument                      | clause                                                 | certainty   | note                                                                                                                                                                                                                                                                                                              |
      | cma-code       | CMA Green Claims Code           | six principles, CAP Code 11, law on unfair practices   | secondary   | Told by shoosmiths.com and Travers Smith (principles), Mishcon and petersandpeters.com (codes of advertising), wired-gov.net (Act). The principles tell what the law has asked since 2008: the Regulations of that year, from 2025-04-06 the Act; that claims of before the Code are judged alike is our reading. |
      | cma-words      | CMA Green Claims Code           | second principle, words not specified or without basis | own reading | The principle asks for clarity; that these words fail it without specification, basis or clear qualification is our reading.                                                                                                                                                                                      |
      | cma-evidence   | CMA Green Claims Code           | sixth principle, evidence held at publication          | own reading | The principle asks for evidence; that it has to be there when the claim is published is our reading of it with the code of advertising.                                                                                                                                                                           |
      | asa-recycled   | Advertising Standards Authority | rulings on recycled bottles                            | secondary   | Among the pages read on the United Kingdom: asa.org.uk, promoveritas.com, charlesrussellspeechlys.com, dwfgroup.com, cms-lawnow.com.                                                                                                                                                                              |
      | asa-stale      | Advertising Standards Authority | ruling on airline comparisons of 2020-02-05            | secondary   | Among the pages read on the United Kingdom: asa.org.uk, promoveritas.com, charlesrussellspeechlys.com, dwfgroup.com, cms-lawnow.com.                                                                                                                                                                              |
      | asa-omission   | Advertising Standards Authority | ruling of 2022-10-19                                   | own reading | Among the pages read on the United Kingdom: asa.org.uk, promoveritas.com, charlesrussellspeechlys.com, dwfgroup.com, cms-lawnow.com. The rulings also found the green share of activity small; that third condition is not asked, only whether the share is stated. So the rule reaches further than they did.    |
      | asa-boundary   | Advertising Standards Authority | ruling of 2026-05-13                                   | secondary   | Told by marketinglaw.osborneclarke.com and thegrocer.co.uk; decided under the code as before April 2025.                                                                                                                                                                                                          |
      | asa-financing  | Advertising Standards Authority | ruling of 2022-10-19 on a bank, financed emissions     | secondary   | Told by asa.org.uk, climatecasechart.com and petersandpeters.com.                                                                                                                                                                                                                                                 |
      | cma-facilities | CMA Green Claims Code           | example of a compostable cup, and claims of recycling  | own reading | The example of a cup that only an industrial plant composts is told by deadgoodwithwords.co.uk; that what can be recycled only elsewhere is alike is our reading.                                                                                                                                                 |
      | cap-11-3       | CAP Code                        | 11.3                                                   | confirmed   | Read on a page of the Advertising Standards Authority (asa.org.uk): absolute claims must be supported by a high level of substantiation. That the rule stands since 2010-09-01 is recalled.                                                                                                                       |
      | otherwise      | green-claim-uk                  | no rule of this card holds                             | own reading | No rule encoded here objects; it is no promise that no court would.                                                                                                                                                                                                                                               |
    And facts from claim-facts
    And facts from absolute-wording

  Rule: A claim with nothing against it

    Scenario: the reference claim
      When evaluated as of 2026-11-20
      Then the verdict is ok

    Scenario: not for institutional
      Given kind of communication is institutional
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable

    Scenario: not for a report that law demands
      Given kind of communication is mandatory report
      When evaluated as of 2026-11-20
      Then the conclusion is not applicable
