# language: zh-CN
功能: 产品、地区、机构、步骤与期限

  背景:
    假如 评分卡 footprint-label-pilot
    并且 下列事实
      | 事实                | 名称                 | 类型 | 单位   | 可选值                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                          | 不低于 | 整倍数 | 证据                                     |
      | request             | 请求类型             | 选项 |        | apply, show, renew                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              |        |        |                                          |
      | product             | 产品                 | 选项 |        | li_battery, pv, steel, textile, electronics, tyre, cement, aluminium, ammonium_phosphate, wood, urea, other_product                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                             |        |        |                                          |
      | sub_product         | 子产品               | 选项 |        | whole, flange, cashmere, magnesite, crude_steel, rolls, computer, motor, explosion_proof, air_conditioner, laptop, display, transformer, other_part                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                             |        |        |                                          |
      | class               | 电子电器类别         | 选项 |        | not_electronics, devices, machines                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                              |        |        |                                          |
      | area                | 场所所在地区         | 选项 |        | beijing_haidian, tianjin_binhai, tianjin_beichen, hebei_tangshan, hebei_handan, hebei_gaoyang, shanxi_xinzhou, neimenggu_ordos, neimenggu_chifeng, neimenggu_alxa, neimenggu_tongliao, liaoning_yingkou, liaoning_anshan, liaoning_dandong, liaoning_fushun, shanghai_baoshan, shanghai_minhang, jiangsu_changzhou, jiangsu_yancheng, zhejiang_shaoxing, zhejiang_cangnan, zhejiang_huzhou, anhui_hefei, anhui_chuzhou, fujian_ningde, fujian_jinjiang, jiangxi_yichun, shandong_dongying, shandong_weihai, shandong_qingdao, shandong_yantai, shandong_jining, shandong_zaozhuang, shandong_binzhou, shandong_liaocheng, shandong_weifang, henan_nanyang, hubei_jingmen, hunan_xiangtan, hunan_zhuzhou, guangdong_shenzhen, guangdong_guangzhou, guangdong_foshan, guangdong_dongguan, guangdong_zhaoqing, guangdong_shantou, guangxi_baise, chongqing_bishan, chongqing_gaoxin, sichuan_chengdu, guizhou_guian, guizhou_guiyang, yunnan_kunming, gansu_lanzhou, gansu_jiuquan, ningxia_yinchuan, xinjiang_changji, other_area |        |        | certificate, list-print                  |
      | body                | 认证机构             | 选项 |        | body_01, body_02, body_03, body_04, body_05, body_06, body_07, body_08, body_09, body_10, body_11, body_12, body_13, body_14, body_15, body_16, body_17, body_18, body_19, body_20, body_21, body_22, body_23, body_24, body_25, body_26, other_body                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                            |        |        | certificate, list-print                  |
      | staff               | 机构专职能力人员     | 数值 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0      | 1      |                                          |
      | staff_experienced   | 其中有两年经验者     | 数值 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0      | 1      |                                          |
      | legal_person        | 委托方为法人         | 是否 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        |                                          |
      | system_from         | 管理体系运行起始日   | 日期 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        |                                          |
      | models_apart        | 不同型号分别申请     | 是否 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        | model-list                               |
      | surveillance_passed | 获证后监督通过       | 是否 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        |                                          |
      | number_shown        | 标识上标示碳足迹数值 | 是否 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        | label-photo                              |
      | applied_on          | 申请日               | 日期 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        |                                          |
      | accepted_on         | 受理日               | 日期 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        |                                          |
      | planned_on          | 策划日               | 日期 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        |                                          |
      | reviewed_on         | 文件评审日           | 日期 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        | review-minutes                           |
      | checked_on          | 现场检查日           | 日期 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        |                                          |
      | verified_on         | 碳足迹核查日         | 日期 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        | verification-statement                   |
      | decided_on          | 认证决定日           | 日期 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        | review-minutes, certificate              |
      | issued_on           | 发证日               | 日期 |        |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 |        |        | certificate                              |
      | former_footprint    | 此前碳足迹           | 数值 | kgCO2e |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0      |        | footprint-report, verification-statement |
      | present_footprint   | 现碳足迹             | 数值 | kgCO2e |                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                 | 0      |        | footprint-report, verification-statement |
    并且 请求类型 的可选值
      | 值    | 名称     |
      | apply | 申请认证 |
      | show  | 使用标识 |
      | renew | 续期     |
    并且 产品 的可选值
      | 值                 | 名称         |
      | li_battery         | 锂电池       |
      | pv                 | 光伏产品     |
      | steel              | 钢铁         |
      | textile            | 纺织品       |
      | electronics        | 电子电器     |
      | tyre               | 轮胎         |
      | cement             | 水泥         |
      | aluminium          | 电解铝       |
      | ammonium_phosphate | 磷铵         |
      | wood               | 木制品       |
      | urea               | 尿素或硝酸铵 |
      | other_product      | 其他产品     |
    并且 子产品 的可选值
      | 值              | 名称       |
      | whole           | 整个产品   |
      | flange          | 法兰       |
      | cashmere        | 山羊绒产品 |
      | magnesite       | 菱镁制品   |
      | crude_steel     | 粗钢       |
      | rolls           | 轧辊       |
      | computer        | 计算机     |
      | motor           | 电机       |
      | explosion_proof | 防爆电气   |
      | air_conditioner | 空调       |
      | laptop          | 笔记本电脑 |
      | display         | 新型显示   |
      | transformer     | 变压器     |
      | other_part      | 其他子产品 |
    并且 电子电器类别 的可选值
      | 值              | 名称                             |
      | not_electronics | 非电子电器                       |
      | devices         | 电子设备及零部件                 |
      | machines        | 电动机发电机发电成套设备和变压器 |
    并且 场所所在地区 的可选值
      | 值                  | 名称               |
      | beijing_haidian     | 北京海淀区         |
      | tianjin_binhai      | 天津滨海新区       |
      | tianjin_beichen     | 天津北辰区         |
      | hebei_tangshan      | 河北唐山市         |
      | hebei_handan        | 河北邯郸市         |
      | hebei_gaoyang       | 河北保定市高阳县   |
      | shanxi_xinzhou      | 山西忻州市         |
      | neimenggu_ordos     | 内蒙古鄂尔多斯市   |
      | neimenggu_chifeng   | 内蒙古赤峰市       |
      | neimenggu_alxa      | 内蒙古阿拉善盟     |
      | neimenggu_tongliao  | 内蒙古通辽市       |
      | liaoning_yingkou    | 辽宁营口市         |
      | liaoning_anshan     | 辽宁鞍山市         |
      | liaoning_dandong    | 辽宁丹东市         |
      | liaoning_fushun     | 辽宁抚顺市         |
      | shanghai_baoshan    | 上海宝山区         |
      | shanghai_minhang    | 上海闵行区         |
      | jiangsu_changzhou   | 江苏常州市         |
      | jiangsu_yancheng    | 江苏盐城市         |
      | zhejiang_shaoxing   | 浙江绍兴市         |
      | zhejiang_cangnan    | 浙江温州市苍南县   |
      | zhejiang_huzhou     | 浙江湖州市         |
      | anhui_hefei         | 安徽合肥市         |
      | anhui_chuzhou       | 安徽滁州市         |
      | fujian_ningde       | 福建宁德市         |
      | fujian_jinjiang     | 福建泉州市晋江市   |
      | jiangxi_yichun      | 江西宜春市         |
      | shandong_dongying   | 山东东营市         |
      | shandong_weihai     | 山东威海市         |
      | shandong_qingdao    | 山东青岛市         |
      | shandong_yantai     | 山东烟台市         |
      | shandong_jining     | 山东济宁市         |
      | shandong_zaozhuang  | 山东枣庄市         |
      | shandong_binzhou    | 山东滨州市         |
      | shandong_liaocheng  | 山东聊城市         |
      | shandong_weifang    | 山东潍坊市         |
      | henan_nanyang       | 河南南阳市         |
      | hubei_jingmen       | 湖北荆门市         |
      | hunan_xiangtan      | 湖南湘潭市         |
      | hunan_zhuzhou       | 湖南株洲市         |
      | guangdong_shenzhen  | 广东深圳市         |
      | guangdong_guangzhou | 广东广州市         |
      | guangdong_foshan    | 广东佛山市         |
      | guangdong_dongguan  | 广东东莞市         |
      | guangdong_zhaoqing  | 广东肇庆市         |
      | guangdong_shantou   | 广东汕头市         |
      | guangxi_baise       | 广西百色市         |
      | chongqing_bishan    | 重庆璧山区         |
      | chongqing_gaoxin    | 重庆高新区         |
      | sichuan_chengdu     | 四川成都市         |
      | guizhou_guian       | 贵州贵安新区       |
      | guizhou_guiyang     | 贵州贵阳市         |
      | yunnan_kunming      | 云南昆明市         |
      | gansu_lanzhou       | 甘肃兰州市         |
      | gansu_jiuquan       | 甘肃酒泉市         |
      | ningxia_yinchuan    | 宁夏银川市         |
      | xinjiang_changji    | 新疆昌吉回族自治州 |
      | other_area          | 其他地区           |
    并且 认证机构 的可选值
      | 值         | 名称                               |
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
      | other_body | 其他机构                           |
    并且 本基准案例
      | 事实                 | 值                       |
      | 请求类型             | 申请认证                 |
      | 产品                 | 锂电池                   |
      | 子产品               | 整个产品                 |
      | 电子电器类别         | 非电子电器               |
      | 场所所在地区         | 福建宁德市               |
      | 认证机构             | 中国质量认证中心有限公司 |
      | 机构专职能力人员     | 12                       |
      | 其中有两年经验者     | 12                       |
      | 委托方为法人         | 是                       |
      | 管理体系运行起始日   | 2024-12-01               |
      | 不同型号分别申请     | 是                       |
      | 获证后监督通过       | 是                       |
      | 标识上标示碳足迹数值 | 是                       |
      | 申请日               | 2025-03-20               |
      | 受理日               | 2025-03-25               |
      | 策划日               | 2025-04-01               |
      | 文件评审日           | 2025-04-10               |
      | 现场检查日           | 2025-04-22               |
      | 碳足迹核查日         | 2025-05-06               |
      | 认证决定日           | 2025-05-20               |
      | 发证日               | 2025-05-20               |
      | 此前碳足迹           | 80 kgCO2e                |
      | 现碳足迹             | 76 kgCO2e                |

  规则: 产品、地区与机构
    背景:
      假如 量 属试点产品 (pilot_product), 按 产品 取值
        | 产品                                                                            | 为   | 依据      |
        | 属于 锂电池, 光伏产品, 钢铁, 纺织品, 电子电器, 轮胎, 水泥, 电解铝, 磷铵, 木制品 | 1    | products  |
        | 尿素或硝酸铵                                                                    | 待定 | urea      |
        | 其他产品                                                                        | 待定 | catalogue |
      并且 量 地区列入情况 (area_standing), 为词, 查自 standing 列, 依据 areas
        | 参考表      | 键                                                           |
        | pilot_areas | area 为 场所所在地区; product 为 产品; sub_product 为 子产品 |
        | pilot_areas | area 为 'elsewhere'; product 为 'any'; sub_product 为 'any'  |
      并且 量 机构列入情况 (body_standing), 为词, 查自 standing 列, 依据 bodies
        | 参考表       | 键                                                       |
        | pilot_bodies | body 为 认证机构; product 为 产品; class 为 电子电器类别 |
        | pilot_bodies | body 为 'nobody'; product 为 'any'; class 为 'any'       |
      并且 量 电子电器分类已明（1 = 是） (class_named), 依据 bodies
        | 为                            | 情形                                         |
        | 待定, 因为 电子电器按分类列名 | 产品 为 电子电器; 电子电器类别 为 非电子电器 |
        | 1                             | 其他                                         |
      并且 下列条件
        | 条件    | 名称                 | 成立情形                            | 依据   |
        | in_area | 场所在该产品试点地区 | 地区列入情况 为 listed              | areas  |
        | in_area |                      | 地区列入情况 为 misprint            | huzhou |
        | in_area |                      | 地区列入情况 为 sub_product_unknown | swabs  |
      并且 下列门槛
        | 编号 | 门槛                 | 要求                      | 适用情形                                         | 依据                    |
        | A1   | 属试点产品           | 属试点产品 为 1           |                                                  | products                |
        | A2   | 场所在该产品所列地区 | 场所在该产品试点地区 成立 | 属试点产品 为 1                                  | areas, urea, catalogue  |
        | A3   | 机构列入该产品       | 机构列入情况 为 listed    | 属试点产品 为 1; 电子电器分类已明（1 = 是） 为 1 | bodies, urea, catalogue |
      并且 下列不符合项
        | 代码         | 不符合项                             | 情形                                | 程度   | 依据      |
        | A2.HUZHOU    | 所印潮州市解读为湖州市               | 地区列入情况 为 misprint            | 观察项 | huzhou    |
        | A2.SWABS     | 所列地区印有棉签产品：子产品未知     | 地区列入情况 为 sub_product_unknown | 观察项 | swabs     |
        | A1.UREA      | 该产品仅见于一张培训幻灯片，无法评定 | 产品 为 尿素或硝酸铵                | 观察项 | urea      |
        | A1.CATALOGUE | 或属目录17种产品，名称未查到         | 产品 为 其他产品                    | 观察项 | catalogue |

    场景大纲: 三者合一
      假如 产品 为 <product>
      并且 子产品 为 <sub_product>
      并且 电子电器类别 为 <class>
      并且 场所所在地区 为 <area>
      并且 认证机构 为 <body>
      当 按 2025-06-30 评定
      那么 门槛 A1 <A1>
      并且 门槛 A2 <A2>
      并且 门槛 A3 <A3>

      例子:
        | product      | sub_product | class                            | area       | body                             | A1   | A2     | A3     |
        | 锂电池       | 整个产品    | 非电子电器                       | 福建宁德市 | 中国质量认证中心有限公司         | 满足 | 满足   | 满足   |
        | 水泥         | 整个产品    | 非电子电器                       | 宁夏银川市 | 中国质量认证中心有限公司         | 满足 | 满足   | 不满足 |
        | 水泥         | 整个产品    | 非电子电器                       | 宁夏银川市 | 北京国建联信认证中心有限公司     | 满足 | 满足   | 满足   |
        | 锂电池       | 整个产品    | 非电子电器                       | 宁夏银川市 | 中国质量认证中心有限公司         | 满足 | 不满足 | 满足   |
        | 钢铁         | 法兰        | 非电子电器                       | 山西忻州市 | 中国质量认证中心有限公司         | 满足 | 满足   | 满足   |
        | 钢铁         | 粗钢        | 非电子电器                       | 山西忻州市 | 中国质量认证中心有限公司         | 满足 | 不满足 | 满足   |
        | 钢铁         | 粗钢        | 非电子电器                       | 河北唐山市 | 中国质量认证中心有限公司         | 满足 | 满足   | 满足   |
        | 木制品       | 整个产品    | 非电子电器                       | 浙江湖州市 | 中国国检测试控股集团股份有限公司 | 满足 | 满足   | 满足   |
        | 锂电池       | 整个产品    | 非电子电器                       | 甘肃兰州市 | 中国质量认证中心有限公司         | 满足 | 满足   | 满足   |
        | 锂电池       | 整个产品    | 非电子电器                       | 其他地区   | 其他机构                         | 满足 | 不满足 | 不满足 |
        | 电子电器     | 电机        | 电动机发电机发电成套设备和变压器 | 河南南阳市 | 南阳防爆电气研究所有限公司       | 满足 | 满足   | 满足   |
        | 电子电器     | 电机        | 电子设备及零部件                 | 河南南阳市 | 南阳防爆电气研究所有限公司       | 满足 | 满足   | 不满足 |
        | 电子电器     | 电机        | 非电子电器                       | 河南南阳市 | 南阳防爆电气研究所有限公司       | 满足 | 满足   | 待定   |
        | 电子电器     | 笔记本电脑  | 电子设备及零部件                 | 河南南阳市 | 广州赛宝认证中心服务有限公司     | 满足 | 不满足 | 满足   |
        | 电子电器     | 笔记本电脑  | 电子设备及零部件                 | 重庆璧山区 | 广州赛宝认证中心服务有限公司     | 满足 | 满足   | 满足   |
        | 轮胎         | 整个产品    | 非电子电器                       | 山东烟台市 | 中汽研华诚认证天津有限公司       | 满足 | 满足   | 满足   |
        | 电解铝       | 整个产品    | 非电子电器                       | 山东烟台市 | 山东省产品质量检验研究院         | 满足 | 满足   | 满足   |
        | 尿素或硝酸铵 | 整个产品    | 非电子电器                       | 云南昆明市 | 中国质量认证中心有限公司         | 待定 | 待定   | 待定   |
        | 其他产品     | 整个产品    | 非电子电器                       | 云南昆明市 | 中国质量认证中心有限公司         | 待定 | 待定   | 待定   |
        | 磷铵         | 整个产品    | 非电子电器                       | 云南昆明市 | 中国质量认证中心有限公司         | 满足 | 满足   | 满足   |

    场景: 两名单均无的地区或机构未列入
      假如 场所所在地区 为 其他地区
      并且 认证机构 为 其他机构
      当 按 2025-06-30 评定
      那么 量 地区列入情况 为词 not_listed
      并且 量 机构列入情况 为词 not_listed

    场景: 尿素无法评定
      假如 产品 为 尿素或硝酸铵
      当 按 2025-06-30 评定
      那么 量 属试点产品 由规则待定

    场景: 试点之外的产品不得参加
      假如 假定 属试点产品 为 0
      当 按 2025-06-30 评定
      那么 门槛 A1 不满足

    场景: 未明分类者不评定机构
      假如 假定 电子电器分类已明（1 = 是） 为 0
      当 按 2025-06-30 评定
      那么 门槛 A3 不适用

    场景大纲: 名单疑误予以提示
      假如 产品 为 <product>
      并且 场所所在地区 为 <area>
      当 按 2025-06-30 评定
      那么 <A2.HUZHOU> A2.HUZHOU
      并且 <A2.SWABS> A2.SWABS
      并且 <A1.UREA> A1.UREA
      并且 <A1.CATALOGUE> A1.CATALOGUE

      例子:
        | product      | area       | A2.HUZHOU  | A2.SWABS   | A1.UREA    | A1.CATALOGUE |
        | 锂电池       | 福建宁德市 | 不开具     | 不开具     | 不开具     | 不开具       |
        | 木制品       | 浙江湖州市 | 开具观察项 | 不开具     | 不开具     | 不开具       |
        | 锂电池       | 甘肃兰州市 | 不开具     | 开具观察项 | 不开具     | 不开具       |
        | 尿素或硝酸铵 | 福建宁德市 | 不开具     | 不开具     | 开具观察项 | 不开具       |
        | 其他产品     | 福建宁德市 | 不开具     | 不开具     | 不开具     | 开具观察项   |

  规则: 机构、委托方与步骤
    背景:
      假如 量 体系已运行三个月（1 = 是） (system_run)
        | 为                      | 情形                                     | 依据       |
        | 0                       | 申请日 早于 管理体系运行起始日 加 3 个月 | counted-on |
        | 1                       | 申请日 不迟于 评定日期                   | general    |
        | 待定, 因为 申请尚未提出 | 其他                                     | to-come    |
      并且 量 各步骤依次完成（1 = 是） (steps_taken)
        | 为                              | 情形                                                       | 依据    |
        | 0                               | 申请日 晚于 受理日; 受理日 不迟于 评定日期                 | general |
        | 0                               | 受理日 晚于 策划日; 策划日 不迟于 评定日期                 | general |
        | 0                               | 策划日 晚于 文件评审日; 文件评审日 不迟于 评定日期         | general |
        | 0                               | 文件评审日 晚于 现场检查日; 现场检查日 不迟于 评定日期     | general |
        | 0                               | 现场检查日 晚于 碳足迹核查日; 碳足迹核查日 不迟于 评定日期 | general |
        | 0                               | 碳足迹核查日 晚于 认证决定日; 认证决定日 不迟于 评定日期   | general |
        | 1                               | 认证决定日 不迟于 评定日期                                 | general |
        | 待定, 因为 尚有步骤未到办理之日 | 其他                                                       | to-come |
      并且 下列门槛
        | 编号 | 门槛                           | 要求                                                                 | 适用情形               | 依据                |
        | A4   | 机构十名有两年经验的专职人员   | 其中有两年经验者 不低于 10; 其中有两年经验者 不高于 机构专职能力人员 |                        | general, ten-such   |
        | A5   | 委托方为法人且体系运行满三个月 | 委托方为法人 为 是; 体系已运行三个月（1 = 是） 为 1                  |                        | general, counted-on |
        | A6   | 七个步骤依次                   | 各步骤依次完成（1 = 是） 为 1                                        | 请求类型 不为 申请认证 | general             |
        | A9   | 不同型号分别申请               | 不同型号分别申请 为 是                                               |                        | general             |

    场景大纲: 十人与三个月
      假如 机构专职能力人员 为 <staff>
      并且 其中有两年经验者 为 <staff_experienced>
      并且 委托方为法人 为 <legal_person>
      并且 管理体系运行起始日 为 <system_from>
      并且 不同型号分别申请 为 <models_apart>
      当 按 2025-06-30 评定
      那么 门槛 A4 <A4>
      并且 门槛 A5 <A5>
      并且 门槛 A9 <A9>

      例子:
        | staff | staff_experienced | legal_person | system_from | models_apart | A4     | A5     | A9     |
        | 10    | 10                | 是           | 2024-12-20  | 是           | 满足   | 满足   | 满足   |
        | 9     | 9                 | 是           | 2024-12-20  | 是           | 不满足 | 满足   | 满足   |
        | 10    | 9                 | 是           | 2024-12-20  | 是           | 不满足 | 满足   | 满足   |
        | 12    | 10                | 是           | 2024-12-20  | 是           | 满足   | 满足   | 满足   |
        | 40    | 9                 | 是           | 2024-12-20  | 是           | 不满足 | 满足   | 满足   |
        | 9     | 10                | 是           | 2024-12-20  | 是           | 不满足 | 满足   | 满足   |
        | 10    | 10                | 否           | 2024-12-20  | 是           | 满足   | 不满足 | 满足   |
        | 10    | 10                | 是           | 2024-12-21  | 是           | 满足   | 不满足 | 满足   |
        | 10    | 10                | 是           | 2024-12-22  | 是           | 满足   | 不满足 | 满足   |
        | 10    | 10                | 是           | 2024-12-20  | 否           | 满足   | 满足   | 不满足 |

    场景大纲: 后步不得先于前步
      假如 请求类型 为 <request>
      并且 申请日 为 <applied_on>
      并且 受理日 为 <accepted_on>
      并且 策划日 为 <planned_on>
      并且 文件评审日 为 <reviewed_on>
      并且 现场检查日 为 <checked_on>
      并且 碳足迹核查日 为 <verified_on>
      并且 认证决定日 为 2025-05-20
      当 按 2025-06-30 评定
      那么 门槛 A6 <A6>

      例子:
        | request  | applied_on | accepted_on | planned_on | reviewed_on | checked_on | verified_on | A6     |
        | 使用标识 | 2025-05-20 | 2025-05-20  | 2025-05-20 | 2025-05-20  | 2025-05-20 | 2025-05-20  | 满足   |
        | 使用标识 | 2025-03-26 | 2025-03-25  | 2025-04-01 | 2025-04-10  | 2025-04-22 | 2025-05-06  | 不满足 |
        | 使用标识 | 2025-03-20 | 2025-04-02  | 2025-04-01 | 2025-04-10  | 2025-04-22 | 2025-05-06  | 不满足 |
        | 使用标识 | 2025-03-20 | 2025-03-25  | 2025-04-11 | 2025-04-10  | 2025-04-22 | 2025-05-06  | 不满足 |
        | 使用标识 | 2025-03-20 | 2025-03-25  | 2025-04-01 | 2025-04-23  | 2025-04-22 | 2025-05-06  | 不满足 |
        | 续期     | 2025-03-20 | 2025-03-25  | 2025-04-01 | 2025-04-10  | 2025-05-07 | 2025-05-06  | 不满足 |
        | 使用标识 | 2025-03-20 | 2025-03-25  | 2025-04-01 | 2025-04-10  | 2025-04-22 | 2025-05-21  | 不满足 |
        | 申请认证 | 2025-03-26 | 2025-03-25  | 2025-04-01 | 2025-04-10  | 2025-04-22 | 2025-05-06  | 不适用 |

    场景大纲: 三个月自首日起向后计算
      假如 管理体系运行起始日 为 <from>
      并且 申请日 为 <applied>
      当 按 <day> 评定
      那么 门槛 A5 <outcome>

      例子:
        | from       | applied    | day        | outcome |
        | 2025-11-30 | 2026-02-28 | 2026-02-28 | 满足    |
        | 2025-11-30 | 2026-02-27 | 2026-03-31 | 不满足  |
        | 2025-08-31 | 2025-11-30 | 2025-12-31 | 满足    |
        | 2025-08-31 | 2025-11-29 | 2025-12-31 | 不满足  |
        | 2027-11-30 | 2028-02-28 | 2028-03-31 | 不满足  |
        | 2027-11-30 | 2028-02-29 | 2028-03-31 | 满足    |
        | 2025-11-30 | 2026-02-28 | 2026-02-27 | 待定    |
        | 2025-11-30 | 2026-02-27 | 2026-01-31 | 不满足  |

    场景大纲: 后续步骤尚未到来, 次序有误仍属有误
      假如 请求类型 为 续期
      并且 碳足迹核查日 为 <verified>
      并且 认证决定日 为 <decided>
      当 按 2025-05-19 评定
      那么 门槛 A6 <outcome>

      例子:
        | verified   | decided    | outcome |
        | 2025-05-06 | 2025-05-19 | 满足    |
        | 2025-05-06 | 2025-05-20 | 待定    |
        | 2025-04-21 | 2025-05-20 | 不满足  |
        | 2025-05-20 | 2025-05-19 | 不满足  |
        | 2025-05-21 | 2025-05-20 | 待定    |

    场景大纲: 次序有误的计划在到期之前尚可更正
      假如 请求类型 为 续期
      并且 申请日 为 <applied>
      并且 受理日 为 <accepted>
      并且 策划日 为 <planned>
      并且 文件评审日 为 <reviewed>
      并且 现场检查日 为 <checked>
      当 按 <day> 评定
      那么 门槛 A6 <outcome>

      例子:
        | applied    | accepted   | planned    | reviewed   | checked    | day        | outcome |
        | 2025-03-26 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-03-24 | 待定    |
        | 2025-03-26 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-03-25 | 不满足  |
        | 2025-03-20 | 2025-04-02 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-03-31 | 待定    |
        | 2025-03-20 | 2025-04-02 | 2025-04-01 | 2025-04-10 | 2025-04-22 | 2025-04-01 | 不满足  |
        | 2025-03-20 | 2025-03-25 | 2025-04-11 | 2025-04-10 | 2025-04-22 | 2025-04-09 | 待定    |
        | 2025-03-20 | 2025-03-25 | 2025-04-11 | 2025-04-10 | 2025-04-22 | 2025-04-10 | 不满足  |
        | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-23 | 2025-04-22 | 2025-04-21 | 待定    |
        | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-23 | 2025-04-22 | 2025-04-22 | 不满足  |
        | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-05-07 | 2025-05-05 | 待定    |
        | 2025-03-20 | 2025-03-25 | 2025-04-01 | 2025-04-10 | 2025-05-07 | 2025-05-06 | 不满足  |

  规则: 有效期与续期
    背景:
      假如 下列门槛
        | 编号 | 门槛               | 要求                                                                          | 适用情形                                           | 依据                      |
        | A7   | 标识在两年有效期内 | 发证日 自 认证决定日 起; 发证日 不迟于 评定日期; 评定日期 早于 发证日 加 2 年 | 请求类型 为 使用标识                               | general, term, counted-on |
        | A7-S | 获证后监督         | 获证后监督通过 为 是                                                          | 请求类型 为 使用标识; 评定日期 晚于 发证日 加 1 年 | general, due              |
        | A7-N | 标识标示数值       | 标识上标示碳足迹数值 为 是                                                    | 请求类型 为 使用标识                               | general                   |
        | A8   | 自身碳足迹低于此前 | 现碳足迹 低于 此前碳足迹                                                      | 请求类型 为 续期                                   | renewal, falls, proof     |
      并且 下列不符合项
        | 代码     | 不符合项                       | 情形                                                                              | 程度   | 依据 |
        | A7.THREE | 教学样本称有效期三年：不予采信 | 请求类型 为 使用标识; 评定日期 自 发证日 加 2 年 起; 评定日期 早于 发证日 加 3 年 | 观察项 | term |

    场景大纲: 2025年5月20日发证
      假如 请求类型 为 <request>
      并且 发证日 为 <issued_on>
      当 按 <date> 评定
      那么 门槛 A7 <A7>
      并且 <A7.THREE> A7.THREE

      例子:
        | request  | issued_on  | date       | A7     | A7.THREE   |
        | 使用标识 | 2025-05-20 | 2025-05-20 | 满足   | 不开具     |
        | 使用标识 | 2025-05-20 | 2025-05-19 | 不满足 | 不开具     |
        | 使用标识 | 2025-05-19 | 2025-06-30 | 不满足 | 不开具     |
        | 使用标识 | 2025-05-20 | 2027-05-19 | 满足   | 不开具     |
        | 使用标识 | 2025-05-20 | 2027-05-20 | 不满足 | 开具观察项 |
        | 使用标识 | 2025-05-20 | 2028-05-19 | 不满足 | 开具观察项 |
        | 使用标识 | 2025-05-20 | 2028-05-20 | 不满足 | 不开具     |
        | 申请认证 | 2025-05-20 | 2027-05-20 | 不适用 | 不开具     |

    场景大纲: 碳足迹下降方可续期
      假如 请求类型 为 <request>
      并且 现碳足迹 为 <present_footprint> kgCO2e
      当 按 2027-05-01 评定
      那么 门槛 A8 <A8>

      例子:
        | request  | present_footprint | A8     |
        | 续期     | 79.99             | 满足   |
        | 续期     | 80                | 不满足 |
        | 申请认证 | 80                | 不适用 |

    场景大纲: 在监督之下、连同数值使用
      假如 请求类型 为 <request>
      并且 获证后监督通过 为 <passed>
      并且 标识上标示碳足迹数值 为 <number>
      当 按 <day> 评定
      那么 门槛 A7-S <A7-S>
      并且 门槛 A7-N <A7-N>

      例子:
        | request | passed | number | day        | A7-S   | A7-N   |
        | show    | 是     | 是     | 2026-05-21 | 满足   | 满足   |
        | show    | 否     | 是     | 2026-05-21 | 不满足 | 满足   |
        | show    | 否     | 是     | 2025-05-30 | 不适用 | 满足   |
        | show    | 否     | 是     | 2026-05-20 | 不适用 | 满足   |
        | show    | 否     | 是     | 2027-05-19 | 不满足 | 满足   |
        | show    | 是     | 否     | 2026-05-21 | 满足   | 不满足 |
        | apply   | 否     | 否     | 2026-05-21 | 不适用 | 不适用 |

    场景大纲: 发证日为他年所无之日
      假如 请求类型 为 使用标识
      并且 认证决定日 为 2028-02-29
      并且 发证日 为 2028-02-29
      当 按 <day> 评定
      那么 门槛 A7 <outcome>

      例子:
        | day        | outcome |
        | 2030-02-27 | 满足    |
        | 2030-02-28 | 不满足  |

    场景: 无文件证明的足迹待定
      假如 请求类型 为 续期
      并且 缺少 现碳足迹 的证据
      当 按 2027-05-01 评定
      那么 门槛 A8 待定
