# language: en
Feature: Product, area, body, steps and term

  Background:
    Given the scorecard footprint-label-pilot
    And these facts
      | fact                | label                                     | type   | unit   | one of                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          | at least | multiple of | evidence                                 |
      | request             | request                                   | choice |        | apply, show, renew                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              |          |             |                                          |
      | product             | product                                   | choice |        | li_battery, pv, steel, textile, electronics, tyre, cement, aluminium, ammonium_phosphate, wood, urea, other_product                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                             |          |             |                                          |
      | sub_product         | part of the product                       | choice |        | whole, flange, cashmere, magnesite, crude_steel, rolls, computer, motor, explosion_proof, air_conditioner, laptop, display, transformer, other_part                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                             |          |             |                                          |
      | class               | class of electronics                      | choice |        | not_electronics, devices, machines                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              |          |             |                                          |
      | area                | area of the site                          | choice |        | beijing_haidian, tianjin_binhai, tianjin_beichen, hebei_tangshan, hebei_handan, hebei_gaoyang, shanxi_xinzhou, neimenggu_ordos, neimenggu_chifeng, neimenggu_alxa, neimenggu_tongliao, liaoning_yingkou, liaoning_anshan, liaoning_dandong, liaoning_fushun, shanghai_baoshan, shanghai_minhang, jiangsu_changzhou, jiangsu_yancheng, zhejiang_shaoxing, zhejiang_cangnan, zhejiang_huzhou, anhui_hefei, anhui_chuzhou, fujian_ningde, fujian_jinjiang, jiangxi_yichun, shandong_dongying, shandong_weihai, shandong_qingdao, shandong_yantai, shandong_jining, shandong_zaozhuang, shandong_binzhou, shandong_liaocheng, shandong_weifang, henan_nanyang, hubei_jingmen, hunan_xiangtan, hunan_zhuzhou, guangdong_shenzhen, guangdong_guangzhou, guangdong_foshan, guangdong_dongguan, guangdong_zhaoqing, guangdong_shantou, guangxi_baise, chongqing_bishan, chongqing_gaoxin, sichuan_chengdu, guizhou_guian, guizhou_guiyang, yunnan_kunming, gansu_lanzhou, gansu_jiuquan, ningxia_yinchuan, xinjiang_changji, other_area |          |             | certificate, list-print                  |
      | body                | certification body                        | choice |        | body_01, body_02, body_03, body_04, body_05, body_06, body_07, body_08, body_09, body_10, body_11, body_12, body_13, body_14, body_15, body_16, body_17, body_18, body_19, body_20, body_21, body_22, body_23, body_24, body_25, body_26, other_body                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            |          |             | certificate, list-print                  |
      | staff               | full-time competent staff of the body     | number |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0        | 1           |                                          |
      | staff_experienced   | of them with two years of practice        | number |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0        | 1           |                                          |
      | legal_person        | client a legal person                     | flag   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | system_from         | management system running since           | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | models_apart        | each model applied for apart              | flag   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | model-list                               |
      | surveillance_passed | surveillance after the certificate passed | flag   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | number_shown        | footprint shown as a number on the label  | flag   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | label-photo                              |
      | applied_on          | applied on                                | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | accepted_on         | accepted on                               | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | planned_on          | planned on                                | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | reviewed_on         | documents reviewed on                     | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | review-minutes                           |
      | checked_on          | checked on site on                        | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             |                                          |
      | verified_on         | footprint verified on                     | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | verification-statement                   |
      | decided_on          | decided on                                | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | review-minutes, certificate              |
      | issued_on           | certificate issued on                     | date   |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |          |             | certificate                              |
      | former_footprint    | footprint before                          | number | kgCO2e |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0        |             | footprint-report, verification-statement |
      | present_footprint   | footprint now                             | number | kgCO2e |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0        |             | footprint-report, verification-statement |
    And the choices of request
      | value | words                   |
      | apply | apply for a certificate |
      | show  | show the label          |
      | renew | renew the certificate   |
    And the choices of product
      | value              | words                    |
      | li_battery         | lithium battery          |
      | pv                 | photovoltaics            |
      | steel              | steel                    |
      | textile            | textile                  |
      | electronics        | electronics              |
      | tyre               | tyre                     |
      | cement             | cement                   |
      | aluminium          | aluminium                |
      | ammonium_phosphate | ammonium phosphate       |
      | wood               | wood                     |
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
      | other_body | another body                       |
    And this reference case
      | fact                                      | value                    |
      | request                                   | apply for a certificate  |
      | product                                   | lithium battery          |
      | part of the product                       | the whole product        |
      | class of electronics                      | no electronics           |
      | area of the site                          | Ningde in Fujian         |
      | certification body                        | 中国质量认证中心有限公司 |
      | full-time competent staff of the body     | 12                       |
      | of them with two years of practice        | 12                       |
      | client a legal person                     | yes                      |
      | management system running since           | 2024-12-01               |
      | each model applied for apart              | yes                      |
      | surveillance after the certificate passed | yes                      |
      | footprint shown as a number on the label  | yes                      |
      | applied on                                | 2025-03-20               |
      | accepted on                               | 2025-03-25               |
      | planned on                                | 2025-04-01               |
      | documents reviewed on                     | 2025-04-10               |
      | checked on site on                        | 2025-04-22               |
      | footprint verified on                     | 2025-05-06               |
      | decided on                                | 2025-05-20               |
      | certificate issued on                     | 2025-05-20               |
      | footprint before                          | 80 kgCO2e                |
      | footprint now                             | 76 kgCO2e                |

  Rule: Product, area and body
    Background:
      Given the quantity product of the pilot (pilot_product), by product
        | product                                                                                                               | is           | basis     |
        | one of lithium battery, photovoltaics, steel, textile, electronics, tyre, cement, aluminium, ammonium phosphate, wood | 1            | products  |
        | urea or ammonium nitrate                                                                                              | undetermined | urea      |
        | another product                                                                                                       | undetermined | catalogue |
      And the quantity standing of the area (area_standing), a word from column standing, on basis areas
        | in          | with                                                                             |
        | pilot_areas | area is area of the site; product is product; sub_product is part of the product |
        | pilot_areas | area is 'elsewhere'; product is 'any'; sub_product is 'any'                      |
      And the quantity standing of the body (body_standing), a word from column standing, on basis bodies
        | in           | with                                                                          |
        | pilot_bodies | body is certification body; product is product; class is class of electronics |
        | pilot_bodies | body is 'nobody'; product is 'any'; class is 'any'                            |
      And the quantity class of electronics named (class_named), on basis bodies
        | is                                                          | when                                                           |
        | undetermined, because electronics are listed by their class | product is electronics; class of electronics is no electronics |
        | 1                                                           | otherwise                                                      |
      And these conditions
        | condition | label                           | holds when                                  | basis  |
        | in_area   | site in the area of the product | standing of the area is listed              | areas  |
        | in_area   |                                 | standing of the area is misprint            | huzhou |
        | in_area   |                                 | standing of the area is sub_product_unknown | swabs  |
      And these gates
        | id | gate                                    | requires                              | applies when                                               | basis                   |
        | A1 | Product of the pilot                    | product of the pilot is 1             |                                                            | products                |
        | A2 | Site in the area listed for the product | site in the area of the product holds | product of the pilot is 1                                  | areas, urea, catalogue  |
        | A3 | Body listed for the product             | standing of the body is listed        | product of the pilot is 1; class of electronics named is 1 | bodies, urea, catalogue |
      And these findings
        | code         | finding                                                                     | when                                        | severity    | basis     |
        | A2.HUZHOU    | Area printed as Chaozhou and read as Huzhou                                 | standing of the area is misprint            | observation | huzhou    |
        | A2.SWABS     | Printed with cotton swabs: the part of the product is not known             | standing of the area is sub_product_unknown | observation | swabs     |
        | A1.UREA      | On one slide only: cannot be assessed                                       | product is urea or ammonium nitrate         | observation | urea      |
        | A1.CATALOGUE | Perhaps one of the 17 products of the catalogue, whose names were not found | product is another product                  | observation | catalogue |

    Scenario Outline: three keys together
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
        | wood               | whole       | not_electronics | zhejiang_huzhou  | body_15    | met          | met          | met          |
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

    Scenario: what neither list names is not listed
      Given area of the site is another area
      And certification body is another body
      When evaluated as of 2025-06-30
      Then the quantity area_standing is the word not_listed
      And the quantity body_standing is the word not_listed

    Scenario: urea cannot be assessed
      Given product is urea or ammonium nitrate
      When evaluated as of 2025-06-30
      Then the rules leave the quantity pilot_product undetermined

    Scenario: a product that the pilot does not know has no place in it
      Given supposing pilot_product is 0
      When evaluated as of 2025-06-30
      Then gate A1 is not met

    Scenario: without a class named nothing is said of the body
      Given supposing class_named is 0
      When evaluated as of 2025-06-30
      Then gate A3 is not applicable

    Scenario Outline: slips of the lists are told
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
        | wood          | zhejiang_huzhou | an observation A2.HUZHOU is raised | no finding A2.SWABS is raised     | no finding A1.UREA is raised     | no finding A1.CATALOGUE is raised     |
        | li_battery    | gansu_lanzhou   | no finding A2.HUZHOU is raised     | an observation A2.SWABS is raised | no finding A1.UREA is raised     | no finding A1.CATALOGUE is raised     |
        | urea          | fujian_ningde   | no finding A2.HUZHOU is raised     | no finding A2.SWABS is raised     | an observation A1.UREA is raised | no finding A1.CATALOGUE is raised     |
        | other_product | fujian_ningde   | no finding A2.HUZHOU is raised     | no finding A2.SWABS is raised     | no finding A1.UREA is raised     | an observation A1.CATALOGUE is raised |

  Rule: Body, client and steps
    Background:
      Given the quantity three months of the system (system_run)
        | is                                                     | when                                                               | basis      |
        | 0                                                      | applied on is before management system running since plus 3 months | counted-on |
        | 1                                                      | applied on is until the as-of date                                 | general    |
        | undetermined, because the application is still to come | otherwise                                                          | to-come    |
      And the quantity steps taken in their order (steps_taken)
        | is                                            | when                                                                                             | basis   |
        | 0                                             | applied on is after accepted on; accepted on is until the as-of date                             | general |
        | 0                                             | accepted on is after planned on; planned on is until the as-of date                              | general |
        | 0                                             | planned on is after documents reviewed on; documents reviewed on is until the as-of date         | general |
        | 0                                             | documents reviewed on is after checked on site on; checked on site on is until the as-of date    | general |
        | 0                                             | checked on site on is after footprint verified on; footprint verified on is until the as-of date | general |
        | 0                                             | footprint verified on is after decided on; decided on is until the as-of date                    | general |
        | 1                                             | decided on is until the as-of date                                                               | general |
        | undetermined, because a step is still to come | otherwise                                                                                        | to-come |
      And these gates
        | id | gate                                                     | requires                                                                                                                               | applies when                           | basis               |
        | A4 | Body with ten staff of two years' practice               | of them with two years of practice is at least 10; of them with two years of practice is at most full-time competent staff of the body |                                        | general, ten-such   |
        | A5 | Client a legal person whose system runs for three months | client a legal person is yes; three months of the system is 1                                                                          |                                        | general, counted-on |
        | A6 | Seven steps in their order                               | steps taken in their order is 1                                                                                                        | request is not apply for a certificate | general             |
        | A9 | Models applied for apart                                 | each model applied for apart is yes                                                                                                    |                                        | general             |

    Scenario Outline: ten, and three months
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

    Scenario Outline: no step before the one that leads to it
      Given request is <request>
      And applied_on is <applied>
      And accepted_on is <accepted>
      And planned_on is <planned>
      And reviewed_on is <reviewed>
      And checked_on is <checked>
      And verified_on is <verified>
      And decided on is 2025-05-20
      When evaluated as of 2025-06-30
      Then gate A6 is <outcome>

      Examples:
        | request | applied    | accepted   | planned    | reviewed   | checked    | verified   | outcome        |
        | show    | 2025-05-20 | 2025-05-20 | 2025-05-20 | 2025-05-20 | 2025-05-20 | 2025-05-20 | met            |
        | show    | 2025-03-26 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-05-06 | not met        |
        | show    | 2025-03-20 | 2025-04-02 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-05-06 | not met        |
        | show    | 2025-03-20 | 2025-03-25 | 2025-04-11 | 2025-04-10 | 2025-04-22 | 2025-05-06 | not met        |
        | show    | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-23 | 2025-04-22 | 2025-05-06 | not met        |
        | renew   | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-05-07 | 2025-05-06 | not met        |
        | show    | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-05-21 | not met        |
        | apply   | 2025-03-26 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-05-06 | not applicable |

    Scenario Outline: three months are counted on from the first day
      Given management system running since is <from>
      And applied on is <applied>
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

    Scenario Outline: what is out of order is so although a later step is to come
      Given request is renew the certificate
      And footprint verified on is <verified>
      And decided on is <decided>
      When evaluated as of 2025-05-19
      Then gate A6 is <outcome>

      Examples:
        | verified   | decided    | outcome      |
        | 2025-05-06 | 2025-05-19 | met          |
        | 2025-05-06 | 2025-05-20 | undetermined |
        | 2025-04-21 | 2025-05-20 | not met      |
        | 2025-05-20 | 2025-05-19 | not met      |
        | 2025-05-21 | 2025-05-20 | undetermined |

    Scenario Outline: a plan out of order can be put right until its day
      Given request is renew the certificate
      And applied on is <applied>
      And accepted on is <accepted>
      And planned on is <planned>
      And documents reviewed on is <reviewed>
      And checked on site on is <checked>
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

  Rule: Term and renewal
    Background:
      Given these gates
        | id   | gate                               | requires                                                                                                                                             | applies when                                                                         | basis                     |
        | A7   | Label shown within two years       | certificate issued on is from decided on; certificate issued on is until the as-of date; the as-of date is before certificate issued on plus 2 years | request is show the label                                                            | general, term, counted-on |
        | A7-S | Surveillance after the certificate | surveillance after the certificate passed is yes                                                                                                     | request is show the label; the as-of date is after certificate issued on plus 1 year | general, due              |
        | A7-N | Label shows the number             | footprint shown as a number on the label is yes                                                                                                      | request is show the label                                                            | general                   |
        | A8   | Own footprint lower than before    | footprint now is less than footprint before                                                                                                          | request is renew the certificate                                                     | renewal, falls, proof     |
      And these findings
        | code     | finding                                              | when                                                                                                                                              | severity    | basis |
        | A7.THREE | A teaching sample has three years: it is not trusted | request is show the label; the as-of date is from certificate issued on plus 2 years; the as-of date is before certificate issued on plus 3 years | observation | term  |

    Scenario Outline: issued on 20 May 2025
      Given request is <request>
      And issued_on is <issued>
      When evaluated as of <day>
      Then gate A7 is <outcome>
      And <three>

      Examples:
        | request | issued     | day        | outcome        | three                             |
        | show    | 2025-05-20 | 2025-05-20 | met            | no finding A7.THREE is raised     |
        | show    | 2025-05-20 | 2025-05-19 | not met        | no finding A7.THREE is raised     |
        | show    | 2025-05-19 | 2025-06-30 | not met        | no finding A7.THREE is raised     |
        | show    | 2025-05-20 | 2027-05-19 | met            | no finding A7.THREE is raised     |
        | show    | 2025-05-20 | 2027-05-20 | not met        | an observation A7.THREE is raised |
        | show    | 2025-05-20 | 2028-05-19 | not met        | an observation A7.THREE is raised |
        | show    | 2025-05-20 | 2028-05-20 | not met        | no finding A7.THREE is raised     |
        | apply   | 2025-05-20 | 2027-05-20 | not applicable | no finding A7.THREE is raised     |

    Scenario Outline: renewed if the footprint fell
      Given request is <request>
      And present_footprint is <now> kgCO2e
      When evaluated as of 2027-05-01
      Then gate A8 is <outcome>

      Examples:
        | request | now   | outcome        |
        | renew   | 79.99 | met            |
        | renew   | 80    | not met        |
        | apply   | 80    | not applicable |

    Scenario Outline: shown under surveillance, with its number
      Given request is <request>
      And surveillance after the certificate passed is <passed>
      And footprint shown as a number on the label is <number>
      When evaluated as of <day>
      Then gate A7-S is <A7-S>
      And gate A7-N is <A7-N>

      Examples:
        | request | passed | number | day        | A7-S           | A7-N           |
        | show    | yes    | yes    | 2026-05-21 | met            | met            |
        | show    | no     | yes    | 2026-05-21 | not met        | met            |
        | show    | no     | yes    | 2025-05-30 | not applicable | met            |
        | show    | no     | yes    | 2026-05-20 | not applicable | met            |
        | show    | no     | yes    | 2027-05-19 | not met        | met            |
        | show    | yes    | no     | 2026-05-21 | met            | not met        |
        | apply   | no     | no     | 2026-05-21 | not applicable | not applicable |

    Scenario Outline: issued on a day that other years lack
      Given request is show the label
      And decided on is 2028-02-29
      And certificate issued on is 2028-02-29
      When evaluated as of <day>
      Then gate A7 is <outcome>

      Examples:
        | day        | outcome |
        | 2030-02-27 | met     |
        | 2030-02-28 | not met |

    Scenario: a footprint that no paper proves is open
      Given request is renew the certificate
      And evidence for footprint now is missing
      When evaluated as of 2027-05-01
      Then gate A8 is undetermined
