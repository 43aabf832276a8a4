# language: en
Feature: Product, area, certification body, steps and validity

  Background:
    Given the scorecard footprint-label-pilot
    And these facts
      | fact                | label                                               | type   | unit   | one of                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          | at least | multiple of | evidence                                 |
      | request             | type of request                                     | choice |        | apply, show, renew                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              |          |             |                                          |
      | product             | product                                             | choice |        | li_battery, pv, steel, textile, electronics, tyre, cement, aluminium, ammonium_phosphate, wood, urea, other_product                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                             |          |             |                                          |
      | sub_product         | part of the product                                 | choice |        | whole, flange, cashmere, magnesite, crude_steel, rolls, computer, motor, explosion_proof, air_conditioner, laptop, display, transformer, other_part                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                             |          |             |                                          |
      | class               | class of electronics                                | choice |        | not_electronics, devices, machines                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              |          |             |                                          |
      | area                | area of the site                                    | choice |        | beijing_haidian, tianjin_binhai, tianjin_beichen, hebei_tangshan, hebei_handan, hebei_gaoyang, shanxi_xinzhou, neimenggu_ordos, neimenggu_chifeng, neimenggu_alxa, neimenggu_tongliao, liaoning_yingkou, liaoning_anshan, liaoning_dandong, liaoning_fushun, shanghai_baoshan, shanghai_minhang, jiangsu_changzhou, jiangsu_yancheng, zhejiang_shaoxing, zhejiang_cangnan, zhejiang_huzhou, anhui_hefei, anhui_chuzhou, fujian_ningde, fujian_jinjiang, jiangxi_yichun, shandong_dongying, shandong_weihai, shandong_qingdao, shandong_yantai, shandong_jining, shandong_zaozhuang, shandong_binzhou, shandong_liaocheng, shandong_weifang, henan_nanyang, hubei_jingmen, hunan_xiangtan, hunan_zhuzhou, guangdong_shenzhen, guangdong_guangzhou, guangdong_foshan, guangdong_dongguan, guangdong_zhaoqing, guangdong_shantou, guangxi_baise, chongqing_bishan, chongqing_gaoxin, sichuan_chengdu, guizhou_guian, guizhou_guiyang, yunnan_kunming, gansu_lanzhou, gansu_jiuquan, ningxia_yinchuan, xinjiang_changji, other_area |          |             | certificate, list-print                  |
      | body                | certification body                                  | choice |        | body_01, body_02, body_03, body_04, body_05, body_06, body_07, body_08, body_09, body_10, body_11, body_12, body_13, body_14, body_15, body_16, body_17, body_18, body_19, body_20, body_21, body_22, body_23, body_24, body_25, body_26, other_body                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            |          |             | certificate, list-print                  |
      | staff               | full-time competent staff of the certification body | number |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0        | 1           |                                          |
      | staff_experienced   | staff with two years of practice                    | number |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0        | 1           |                                          |
      | legal_person        | the client is a legal person                        | flag   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | system_from         | start date of the management system                 | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | models_apart        | each model has a separate application               | flag   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | model-list                               |
      | surveillance_passed | surveillance after certification is passed          | flag   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | number_shown        | the label shows the footprint as a number           | flag   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | label-photo                              |
      | applied_on          | date of application                                 | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | accepted_on         | date of acceptance                                  | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | planned_on          | date of planning                                    | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | reviewed_on         | date of the document review                         | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | review-minutes                           |
      | checked_on          | date of the on-site check                           | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | verified_on         | date of the footprint verification                  | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | verification-statement                   |
      | decided_on          | date of the certification decision                  | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | review-minutes, certificate              |
      | issued_on           | date of issue of the certificate                    | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | certificate                              |
      | former_footprint    | previous footprint                                  | number | kgCO2e |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0        |             | footprint-report, verification-statement |
      | present_footprint   | current footprint                                   | number | kgCO2e |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0        |             | footprint-report, verification-statement |
    And the choices of type of request
      | value | words                   |
      | apply | apply for a certificate |
      | show  | use the label           |
      | renew | renew the certificate   |
    And the choices of product
      | value              | words                    |
      | li_battery         | lithium battery          |
      | pv                 | photovoltaics            |
      | steel              | steel                    |
      | textile            | textiles                 |
      | electronics        | electronics              |
      | tyre               | tyre                     |
      | cement             | cement                   |
      | aluminium          | aluminium                |
      | ammonium_phosphate | ammonium phosphate       |
      | wood               | wood products            |
      | urea               | urea or ammonium nitrate |
      | other_product      | another product          |
    And the choices of part of the product
      | value           | words                    |
      | whole           | the whole product        |
      | flange          | flanges                  |
      | cashmere        | cashmere                 |
      | magnesite       | magnesite products       |
      | crude_steel     | crude steel              |
      | rolls           | rolls                    |
      | computer        | computers                |
      | motor           | motors                   |
      | explosion_proof | explosion-proof machines |
      | air_conditioner | air conditioners         |
      | laptop          | laptops                  |
      | display         | displays                 |
      | transformer     | transformers             |
      | other_part      | another part             |
    And the choices of class of electronics
      | value           | words                              |
      | not_electronics | no electronics                     |
      | devices         | devices and parts                  |
      | machines        | motors generators and transformers |
    And the choices of area of the site
      | value               | words                          |
      | beijing_haidian     | Haidian in Beijing             |
      | tianjin_binhai      | Binhai in Tianjin              |
      | tianjin_beichen     | Beichen in Tianjin             |
      | hebei_tangshan      | Tangshan in Hebei              |
      | hebei_handan        | Handan in Hebei                |
      | hebei_gaoyang       | Gaoyang in Baoding in Hebei    |
      | shanxi_xinzhou      | Xinzhou in Shanxi              |
      | neimenggu_ordos     | Ordos in Inner Mongolia        |
      | neimenggu_chifeng   | Chifeng in Inner Mongolia      |
      | neimenggu_alxa      | Alxa in Inner Mongolia         |
      | neimenggu_tongliao  | Tongliao in Inner Mongolia     |
      | liaoning_yingkou    | Yingkou in Liaoning            |
      | liaoning_anshan     | Anshan in Liaoning             |
      | liaoning_dandong    | Dandong in Liaoning            |
      | liaoning_fushun     | Fushun in Liaoning             |
      | shanghai_baoshan    | Baoshan in Shanghai            |
      | shanghai_minhang    | Minhang in Shanghai            |
      | jiangsu_changzhou   | Changzhou in Jiangsu           |
      | jiangsu_yancheng    | Yancheng in Jiangsu            |
      | zhejiang_shaoxing   | Shaoxing in Zhejiang           |
      | zhejiang_cangnan    | Cangnan in Wenzhou in Zhejiang |
      | zhejiang_huzhou     | Huzhou in Zhejiang             |
      | anhui_hefei         | Hefei in Anhui                 |
      | anhui_chuzhou       | Chuzhou in Anhui               |
      | fujian_ningde       | Ningde in Fujian               |
      | fujian_jinjiang     | Jinjiang in Quanzhou in Fujian |
      | jiangxi_yichun      | Yichun in Jiangxi              |
      | shandong_dongying   | Dongying in Shandong           |
      | shandong_weihai     | Weihai in Shandong             |
      | shandong_qingdao    | Qingdao in Shandong            |
      | shandong_yantai     | Yantai in Shandong             |
      | shandong_jining     | Jining in Shandong             |
      | shandong_zaozhuang  | Zaozhuang in Shandong          |
      | shandong_binzhou    | Binzhou in Shandong            |
      | shandong_liaocheng  | Liaocheng in Shandong          |
      | shandong_weifang    | Weifang in Shandong            |
      | henan_nanyang       | Nanyang in Henan               |
      | hubei_jingmen       | Jingmen in Hubei               |
      | hunan_xiangtan      | Xiangtan in Hunan              |
      | hunan_zhuzhou       | Zhuzhou in Hunan               |
      | guangdong_shenzhen  | Shenzhen in Guangdong          |
      | guangdong_guangzhou | Guangzhou in Guangdong         |
      | guangdong_foshan    | Foshan in Guangdong            |
      | guangdong_dongguan  | Dongguan in Guangdong          |
      | guangdong_zhaoqing  | Zhaoqing in Guangdong          |
      | guangdong_shantou   | Shantou in Guangdong           |
      | guangxi_baise       | Baise in Guangxi               |
      | chongqing_bishan    | Bishan in Chongqing            |
      | chongqing_gaoxin    | High-tech zone in Chongqing    |
      | sichuan_chengdu     | Chengdu in Sichuan             |
      | guizhou_guian       | Gui'an in Guizhou              |
      | guizhou_guiyang     | Guiyang in Guizhou             |
      | yunnan_kunming      | Kunming in Yunnan              |
      | gansu_lanzhou       | Lanzhou in Gansu               |
      | gansu_jiuquan       | Jiuquan in Gansu               |
      | ningxia_yinchuan    | Yinchuan in Ningxia            |
      | xinjiang_changji    | Changji in Xinjiang            |
      | other_area          | another area                   |
    And the choices of certification body
      | value      | words                              |
      | body_01    | 中国质量认证中心有限公司           |
      | body_02    | 方圆标志认证集团有限公司           |
      | body_03    | 中国船级社质量认证有限公司         |
      | body_04    | 北京赛西认证有限责任公司           |
      | body_05    | 广州赛宝认证中心服务有限公司       |
      | body_06    | 杭州万泰认证有限公司               |
      | body_07    | 北京国金衡信认证有限公司           |
      | body_08    | 北京国建联信认证中心有限公司       |
      | body_09    | 泰尔认证中心有限公司               |
      | body_10    | 中汽研华诚认证天津有限公司         |
      | body_11    | 华测认证有限公司                   |
      | body_12    | 中电联北京检测认证中心有限责任公司 |
      | body_13    | 北京鉴衡认证中心有限公司           |
      | body_14    | 中环联合北京认证中心有限公司       |
      | body_15    | 中国国检测试控股集团股份有限公司   |
      | body_16    | 威凯认证检测有限公司               |
      | body_17    | 中冶检测认证有限公司               |
      | body_18    | 上海添唯认证技术有限公司           |
      | body_19    | 北京建筑材料检验研究院股份有限公司 |
      | body_20    | 国信认证无锡有限公司               |
      | body_21    | 中标合信北京认证有限公司           |
      | body_22    | 南阳防爆电气研究所有限公司         |
      | body_23    | 山东省产品质量检验研究院           |
      | body_24    | 冶金工业规划研究院                 |
      | body_25    | 港品局合格评定深圳有限公司         |
      | body_26    | 德凯质量认证上海有限公司           |
      | other_body | another certification body         |
    And this reference case
      | fact                                                | value                    |
      | type of request                                     | apply for a certificate  |
      | product                                             | lithium battery          |
      | part of the product                                 | the whole product        |
      | class of electronics                                | no electronics           |
      | area of the site                                    | Ningde in Fujian         |
      | certification body                                  | 中国质量认证中心有限公司 |
      | full-time competent staff of the certification body | 12                       |
      | staff with two years of practice                    | 12                       |
      | the client is a legal person                        | yes                      |
      | start date of the management system                 | 2024-12-01               |
      | each model has a separate application               | yes                      |
      | surveillance after certification is passed          | yes                      |
      | the label shows the footprint as a number           | yes                      |
      | date of application                                 | 2025-03-20               |
      | date of acceptance                                  | 2025-03-25               |
      | date of planning                                    | 2025-04-01               |
      | date of the document review                         | 2025-04-10               |
      | date of the on-site check                           | 2025-04-22               |
      | date of the footprint verification                  | 2025-05-06               |
      | date of the certification decision                  | 2025-05-20               |
      | date of issue of the certificate                    | 2025-05-20               |
      | previous footprint                                  | 80 kgCO2e                |
      | current footprint                                   | 76 kgCO2e                |

  Rule: Product, area and certification body
    Background:
      Given the quantity product is in the pilot (1 = yes) (pilot_product), by product
        | product                                                                                                                         | is           | basis     |
        | one of lithium battery, photovoltaics, steel, textiles, electronics, tyre, cement, aluminium, ammonium phosphate, wood products | 1            | products  |
        | urea or ammonium nitrate                                                                                                        | undetermined | urea      |
        | another product                                                                                                                 | undetermined | catalogue |
      And the quantity listing status of the area (area_standing), a word from column standing, on basis areas
        | in          | with                                                                             |
        | pilot_areas | area is area of the site; product is product; sub_product is part of the product |
        | pilot_areas | area is 'elsewhere'; product is 'any'; sub_product is 'any'                      |
      And the quantity listing status of the certification body (body_standing), a word from column standing, on basis bodies
        | in           | with                                                                          |
        | pilot_bodies | body is certification body; product is product; class is class of electronics |
        | pilot_bodies | body is 'nobody'; product is 'any'; class is 'any'                            |
      And the quantity class of electronics is named (1 = yes) (class_named), on basis bodies
        | is                                                    | when                                                           |
        | undetermined, because electronics are listed by class | product is electronics; class of electronics is no electronics |
        | 1                                                     | otherwise                                                      |
      And these conditions
        | condition | label                      | holds when                                        | basis  |
        | in_area   | site is in the listed area | listing status of the area is listed              | areas  |
        | in_area   |                            | listing status of the area is misprint            | huzhou |
        | in_area   |                            | listing status of the area is sub_product_unknown | swabs  |
      And these gates
        | id | gate                                             | requires                                           | applies when                                                                         | basis                   |
        | A1 | The product is in the pilot                      | product is in the pilot (1 = yes) is 1             |                                                                                      | products                |
        | A2 | The site is in the area listed for the product   | site is in the listed area holds                   | product is in the pilot (1 = yes) is 1                                               | areas, urea, catalogue  |
        | A3 | The certification body is listed for the product | listing status of the certification body is listed | product is in the pilot (1 = yes) is 1; class of electronics is named (1 = yes) is 1 | bodies, urea, catalogue |
      And these findings
        | code         | finding                                                                     | when                                              | severity    | basis     |
        | A2.HUZHOU    | The area is printed as Chaozhou and interpreted as Huzhou                   | listing status of the area is misprint            | observation | huzhou    |
        | A2.SWABS     | The area is printed with cotton swabs: the part of the product is unknown   | listing status of the area is sub_product_unknown | observation | swabs     |
        | A1.UREA      | The product is named on one training slide only and cannot be assessed      | product is urea or ammonium nitrate               | observation | urea      |
        | A1.CATALOGUE | Possibly among the 17 products of the catalogue, whose names were not found | product is another product                        | observation | catalogue |

    Scenario Outline: Product, area and certification body must match
      Given product is <product>
      And sub_product is <part>
      And class is <class>
      And area is <area>
      And body is <body>
      When evaluated as of 2025-06-30
      Then gate A1 is <a1>
      And gate A2 is <a2>
      And gate A3 is <a3>

      Examples:
        | product            | part        | class           | area             | body       | a1           | a2           | a3           |
        | li_battery         | whole       | not_electronics | fujian_ningde    | body_01    | met          | met          | met          |
        | cement             | whole       | not_electronics | ningxia_yinchuan | body_01    | met          | met          | not met      |
        | cement             | whole       | not_electronics | ningxia_yinchuan | body_08    | met          | met          | met          |
        | li_battery         | whole       | not_electronics | ningxia_yinchuan | body_01    | met          | not met      | met          |
        | steel              | flange      | not_electronics | shanxi_xinzhou   | body_01    | met          | met          | met          |
        | steel              | crude_steel | not_electronics | shanxi_xinzhou   | body_01    | met          | not met      | met          |
        | steel              | crude_steel | not_electronics | hebei_tangshan   | body_01    | met          | met          | met          |
        | wood products      | whole       | not_electronics | zhejiang_huzhou  | body_15    | met          | met          | met          |
        | li_battery         | whole       | not_electronics | gansu_lanzhou    | body_01    | met          | met          | met          |
        | li_battery         | whole       | not_electronics | other_area       | other_body | met          | not met      | not met      |
        | electronics        | motor       | machines        | henan_nanyang    | body_22    | met          | met          | met          |
        | electronics        | motor       | devices         | henan_nanyang    | body_22    | met          | met          | not met      |
        | electronics        | motor       | not_electronics | henan_nanyang    | body_22    | met          | met          | undetermined |
        | electronics        | laptop      | devices         | henan_nanyang    | body_05    | met          | not met      | met          |
        | electronics        | laptop      | devices         | chongqing_bishan | body_05    | met          | met          | met          |
        | tyre               | whole       | not_electronics | shandong_yantai  | body_10    | met          | met          | met          |
        | aluminium          | whole       | not_electronics | shandong_yantai  | body_23    | met          | met          | met          |
        | urea               | whole       | not_electronics | yunnan_kunming   | body_01    | undetermined | undetermined | undetermined |
        | other_product      | whole       | not_electronics | yunnan_kunming   | body_01    | undetermined | undetermined | undetermined |
        | ammonium_phosphate | whole       | not_electronics | yunnan_kunming   | body_01    | met          | met          | met          |

    Scenario: An area or body in neither list is not listed
      Given area of the site is another area
      And certification body is another certification body
      When evaluated as of 2025-06-30
      Then the quantity area_standing is the word not_listed
      And the quantity body_standing is the word not_listed

    Scenario: Urea cannot be assessed
      Given product is urea or ammonium nitrate
      When evaluated as of 2025-06-30
      Then the rules leave the quantity pilot_product undetermined

    Scenario: A product outside the pilot is not accepted
      Given supposing pilot_product is 0
      When evaluated as of 2025-06-30
      Then gate A1 is not met

    Scenario: Without a class of electronics the certification body is not assessed
      Given supposing class_named is 0
      When evaluated as of 2025-06-30
      Then gate A3 is not applicable

    Scenario Outline: Doubtful list entries raise a finding
      Given product is <product>
      And area is <area>
      When evaluated as of 2025-06-30
      Then <huzhou>
      And <swabs>
      And <urea>
      And <catalogue>

      Examples:
        | product       | area            | huzhou                             | swabs                             | urea                             | catalogue                             |
        | li_battery    | fujian_ningde   | no finding A2.HUZHOU is raised     | no finding A2.SWABS is raised     | no finding A1.UREA is raised     | no finding A1.CATALOGUE is raised     |
        | wood products | zhejiang_huzhou | an observation A2.HUZHOU is raised | no finding A2.SWABS is raised     | no finding A1.UREA is raised     | no finding A1.CATALOGUE is raised     |
        | li_battery    | gansu_lanzhou   | no finding A2.HUZHOU is raised     | an observation A2.SWABS is raised | no finding A1.UREA is raised     | no finding A1.CATALOGUE is raised     |
        | urea          | fujian_ningde   | no finding A2.HUZHOU is raised     | no finding A2.SWABS is raised     | an observation A1.UREA is raised | no finding A1.CATALOGUE is raised     |
        | other_product | fujian_ningde   | no finding A2.HUZHOU is raised     | no finding A2.SWABS is raised     | no finding A1.UREA is raised     | an observation A1.CATALOGUE is raised |

  Rule: Certification body, client and steps
    Background:
      Given the quantity management system has run for three months (1 = yes) (system_run)
        | is                                                          | when                                                                            | basis      |
        | 0                                                           | date of application is before start date of the management system plus 3 months | counted-on |
        | 1                                                           | date of application is until the as-of date                                     | general    |
        | undetermined, because the application has not been made yet | otherwise                                                                       | to-come    |
      And the quantity steps are completed in order (1 = yes) (steps_taken)
        | is                                                      | when                                                                                                                                       | basis   |
        | 0                                                       | date of application is after date of acceptance; date of acceptance is until the as-of date                                                | general |
        | 0                                                       | date of acceptance is after date of planning; date of planning is until the as-of date                                                     | general |
        | 0                                                       | date of planning is after date of the document review; date of the document review is until the as-of date                                 | general |
        | 0                                                       | date of the document review is after date of the on-site check; date of the on-site check is until the as-of date                          | general |
        | 0                                                       | date of the on-site check is after date of the footprint verification; date of the footprint verification is until the as-of date          | general |
        | 0                                                       | date of the footprint verification is after date of the certification decision; date of the certification decision is until the as-of date | general |
        | 1                                                       | date of the certification decision is until the as-of date                                                                                 | general |
        | undetermined, because a step has not been completed yet | otherwise                                                                                                                                  | to-come |
      And these gates
        | id | gate                                                                 | requires                                                                                                                                         | applies when                                   | basis               |
        | A4 | The certification body has ten staff with two years of practice      | staff with two years of practice is at least 10; staff with two years of practice is at most full-time competent staff of the certification body |                                                | general, ten-such   |
        | A5 | The client is a legal person and its system has run for three months | the client is a legal person is yes; management system has run for three months (1 = yes) is 1                                                   |                                                | general, counted-on |
        | A6 | The seven steps are completed in order                               | steps are completed in order (1 = yes) is 1                                                                                                      | type of request is not apply for a certificate | general             |
        | A9 | Each model has its own application                                   | each model has a separate application is yes                                                                                                     |                                                | general             |

    Scenario Outline: Ten staff and three months
      Given staff is <staff>
      And staff_experienced is <experienced>
      And legal_person is <person>
      And system_from is <from>
      And models_apart is <apart>
      When evaluated as of 2025-06-30
      Then gate A4 is <a4>
      And gate A5 is <a5>
      And gate A9 is <a9>

      Examples:
        | staff | experienced | person | from       | apart | a4      | a5      | a9      |
        | 10    | 10          | yes    | 2024-12-20 | yes   | met     | met     | met     |
        | 9     | 9           | yes    | 2024-12-20 | yes   | not met | met     | met     |
        | 10    | 9           | yes    | 2024-12-20 | yes   | not met | met     | met     |
        | 12    | 10          | yes    | 2024-12-20 | yes   | met     | met     | met     |
        | 40    | 9           | yes    | 2024-12-20 | yes   | not met | met     | met     |
        | 9     | 10          | yes    | 2024-12-20 | yes   | not met | met     | met     |
        | 10    | 10          | no     | 2024-12-20 | yes   | met     | not met | met     |
        | 10    | 10          | yes    | 2024-12-21 | yes   | met     | not met | met     |
        | 10    | 10          | yes    | 2024-12-22 | yes   | met     | not met | met     |
        | 10    | 10          | yes    | 2024-12-20 | no    | met     | met     | not met |

    Scenario Outline: A step cannot precede the previous step
      Given type of request is <type of request>
      And applied_on is <applied>
      And accepted_on is <accepted>
      And planned_on is <planned>
      And reviewed_on is <reviewed>
      And checked_on is <checked>
      And verified_on is <verified>
      And date of the certification decision is 2025-05-20
      When evaluated as of 2025-06-30
      Then gate A6 is <outcome>

      Examples:
        | type of request | applied    | accepted   | planned    | reviewed   | checked    | verified   | outcome        |
        | show            | 2025-05-20 | 2025-05-20 | 2025-05-20 | 2025-05-20 | 2025-05-20 | 2025-05-20 | met            |
        | show            | 2025-03-26 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-05-06 | not met        |
        | show            | 2025-03-20 | 2025-04-02 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-05-06 | not met        |
        | show            | 2025-03-20 | 2025-03-25 | 2025-04-11 | 2025-04-10 | 2025-04-22 | 2025-05-06 | not met        |
        | show            | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-23 | 2025-04-22 | 2025-05-06 | not met        |
        | renew           | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-05-07 | 2025-05-06 | not met        |
        | show            | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-05-21 | not met        |
        | apply           | 2025-03-26 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-05-06 | not applicable |

    Scenario Outline: Three months are counted from the first day
      Given start date of the management system is <from>
      And date of application is <applied>
      When evaluated as of <day>
      Then gate A5 is <outcome>

      Examples:
        | from       | applied    | day        | outcome      |
        | 2025-11-30 | 2026-02-28 | 2026-02-28 | met          |
        | 2025-11-30 | 2026-02-27 | 2026-03-31 | not met      |
        | 2025-08-31 | 2025-11-30 | 2025-12-31 | met          |
        | 2025-08-31 | 2025-11-29 | 2025-12-31 | not met      |
        | 2027-11-30 | 2028-02-28 | 2028-03-31 | not met      |
        | 2027-11-30 | 2028-02-29 | 2028-03-31 | met          |
        | 2025-11-30 | 2026-02-28 | 2026-02-27 | undetermined |
        | 2025-11-30 | 2026-02-27 | 2026-01-31 | not met      |

    Scenario Outline: Steps out of order fail even if a later step has not been completed
      Given type of request is renew the certificate
      And date of the footprint verification is <verified>
      And date of the certification decision is <decided>
      When evaluated as of 2025-05-19
      Then gate A6 is <outcome>

      Examples:
        | verified   | decided    | outcome      |
        | 2025-05-06 | 2025-05-19 | met          |
        | 2025-05-06 | 2025-05-20 | undetermined |
        | 2025-04-21 | 2025-05-20 | not met      |
        | 2025-05-20 | 2025-05-19 | not met      |
        | 2025-05-21 | 2025-05-20 | undetermined |

    Scenario Outline: A plan out of order can be corrected until its date
      Given type of request is renew the certificate
      And date of application is <applied>
      And date of acceptance is <accepted>
      And date of planning is <planned>
      And date of the document review is <reviewed>
      And date of the on-site check is <checked>
      When evaluated as of <day>
      Then gate A6 is <outcome>

      Examples:
        | applied    | accepted   | planned    | reviewed   | checked    | day        | outcome      |
        | 2025-03-26 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-03-24 | undetermined |
        | 2025-03-26 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-03-25 | not met      |
        | 2025-03-20 | 2025-04-02 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-03-31 | undetermined |
        | 2025-03-20 | 2025-04-02 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-04-01 | not met      |
        | 2025-03-20 | 2025-03-25 | 2025-04-11 | 2025-04-10 | 2025-04-22 | 2025-04-09 | undetermined |
        | 2025-03-20 | 2025-03-25 | 2025-04-11 | 2025-04-10 | 2025-04-22 | 2025-04-10 | not met      |
        | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-23 | 2025-04-22 | 2025-04-21 | undetermined |
        | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-23 | 2025-04-22 | 2025-04-22 | not met      |
        | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-05-07 | 2025-05-05 | undetermined |
        | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-05-07 | 2025-05-06 | not met      |

  Rule: Validity and renewal
    Background:
      Given these gates
        | id   | gate                                                 | requires                                                                                                                                                                                                      | applies when                                                                                           | basis                     |
        | A7   | The label is used within two years                   | date of issue of the certificate is from date of the certification decision; date of issue of the certificate is until the as-of date; the as-of date is before date of issue of the certificate plus 2 years | type of request is use the label                                                                       | general, term, counted-on |
        | A7-S | Surveillance after certification is passed           | surveillance after certification is passed is yes                                                                                                                                                             | type of request is use the label; the as-of date is after date of issue of the certificate plus 1 year | general, due              |
        | A7-N | The label shows the number                           | the label shows the footprint as a number is yes                                                                                                                                                              | type of request is use the label                                                                       | general                   |
        | A8   | The current footprint is lower than the previous one | current footprint is less than previous footprint                                                                                                                                                             | type of request is renew the certificate                                                               | renewal, falls, proof     |
      And these findings
        | code     | finding                                                                    | when                                                                                                                                                                           | severity    | basis |
        | A7.THREE | A training sample states a validity of three years, which is not relied on | type of request is use the label; the as-of date is from date of issue of the certificate plus 2 years; the as-of date is before date of issue of the certificate plus 3 years | observation | term  |

    Scenario Outline: Issued on 20 May 2025
      Given type of request is <type of request>
      And issued_on is <issued>
      When evaluated as of <day>
      Then gate A7 is <outcome>
      And <three>

      Examples:
        | type of request | issued     | day        | outcome        | three                             |
        | show            | 2025-05-20 | 2025-05-20 | met            | no finding A7.THREE is raised     |
        | show            | 2025-05-20 | 2025-05-19 | not met        | no finding A7.THREE is raised     |
        | show            | 2025-05-19 | 2025-06-30 | not met        | no finding A7.THREE is raised     |
        | show            | 2025-05-20 | 2027-05-19 | met            | no finding A7.THREE is raised     |
        | show            | 2025-05-20 | 2027-05-20 | not met        | an observation A7.THREE is raised |
        | show            | 2025-05-20 | 2028-05-19 | not met        | an observation A7.THREE is raised |
        | show            | 2025-05-20 | 2028-05-20 | not met        | no finding A7.THREE is raised     |
        | apply           | 2025-05-20 | 2027-05-20 | not applicable | no finding A7.THREE is raised     |

    Scenario Outline: Renewal requires a lower footprint
      Given type of request is <type of request>
      And present_footprint is <now> kgCO2e
      When evaluated as of 2027-05-01
      Then gate A8 is <outcome>

      Examples:
        | type of request | now   | outcome        |
        | renew           | 79.99 | met            |
        | renew           | 80    | not met        |
        | apply           | 80    | not applicable |

    Scenario Outline: Use under surveillance and with the number
      Given type of request is <type of request>
      And surveillance after certification is passed is <passed>
      And the label shows the footprint as a number is <number>
      When evaluated as of <day>
      Then gate A7-S is <A7-S>
      And gate A7-N is <A7-N>

      Examples:
        | type of request | passed | number | day        | A7-S           | A7-N           |
        | show            | yes    | yes    | 2026-05-21 | met            | met            |
        | show            | no     | yes    | 2026-05-21 | not met        | met            |
        | show            | no     | yes    | 2025-05-30 | not applicable | met            |
        | show            | no     | yes    | 2026-05-20 | not applicable | met            |
        | show            | no     | yes    | 2027-05-19 | not met        | met            |
        | show            | yes    | no     | 2026-05-21 | met            | not met        |
        | apply           | no     | no     | 2026-05-21 | not applicable | not applicable |

    Scenario Outline: Issued on a date that other years lack
      Given type of request is use the label
      And date of the certification decision is 2028-02-29
      And date of issue of the certificate is 2028-02-29
      When evaluated as of <day>
      Then gate A7 is <outcome>

      Examples:
        | day        | outcome |
        | 2030-02-27 | met     |
        | 2030-02-28 | not met |

    Scenario: A footprint without evidence is undetermined
      Given type of request is renew the certificate
      And evidence for current footprint is missing
      When evaluated as of 2027-05-01
      Then gate A8 is undetermined
