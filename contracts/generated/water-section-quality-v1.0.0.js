// Generated from water-section-quality/v1.0.0.json by contracts/build.ts; do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// <stdin>
var validate = validate52;
var stdin_default = validate52;
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:chuanyu:contract:water-section-quality:1.0.0", "title": "水质断面监测记录 · Water-section quality record", "x-title": { "zh": "水质断面监测记录", "en": "Water-section quality record" }, "type": "object", "additionalProperties": false, "required": ["class", "interval", "monitoring", "notes", "originator", "publication", "results", "review", "section", "station", "target"], "properties": { "section": { "title": "断面 · Section", "x-title": { "zh": "断面", "en": "Section" }, "type": "object", "additionalProperties": false, "required": ["border", "id", "level", "mn", "name", "river", "waterBody"], "x-source": "Section register, the edition named in the receipt", "properties": { "border": { "title": "跨界方向 · Across the boundary", "x-title": { "zh": "跨界方向", "en": "Across the boundary" }, "description": "sc-cq 川→渝; cq-sc 渝→川; shared 界河; null not transboundary, or not established. 入境 and 出境 mean opposite things on the two sides and are read by side.", "enum": ["sc-cq", "cq-sc", "shared", null] }, "level": { "title": "断面级别 · Level", "x-title": { "zh": "断面级别", "en": "Level" }, "description": "national 国控; provincial 省控 (Chongqing: 市控); prefecture 市控 (Sichuan); county 区控、县控. 市控 means prefecture in Sichuan and provincial in Chongqing.", "enum": ["national", "provincial", "prefecture", "county", null] }, "id": { "title": "断面登记号 · Register id", "x-title": { "zh": "断面登记号", "en": "Register id" }, "description": "The register's own id; no official code.", "type": "string", "minLength": 4, "maxLength": 64, "pattern": "^(cq|sc)-\\S+$" }, "mn": { "title": "国家水质自动站编码 · National automatic station number (MN)", "x-title": { "zh": "国家水质自动站编码", "en": "National automatic station number (MN)" }, "type": ["string", "null"], "minLength": 1, "maxLength": 32 }, "name": { "title": "断面名称 · Section name", "x-title": { "zh": "断面名称", "en": "Section name" }, "type": "string", "minLength": 1, "maxLength": 64 }, "river": { "title": "所在河流 · River", "x-title": { "zh": "所在河流", "en": "River" }, "type": ["string", "null"], "minLength": 1, "maxLength": 64 }, "waterBody": { "title": "水体类型 · Water body", "x-title": { "zh": "水体类型", "en": "Water body" }, "description": "river 河流; lake 湖、库: their own limits of total phosphorus (GB 3838-2002 table 1 no. 8).", "enum": ["river", "lake"] } } }, "interval": { "title": "监测时段 · Interval", "x-title": { "zh": "监测时段", "en": "Interval" }, "type": "object", "additionalProperties": false, "required": ["end", "start"], "properties": { "start": { "title": "起 · Start", "x-title": { "zh": "起", "en": "Start" }, "$ref": "#/$defs/instant" }, "end": { "title": "止 · End", "x-title": { "zh": "止", "en": "End" }, "$ref": "#/$defs/instant" } } }, "monitoring": { "title": "监测方式 · Monitoring", "x-title": { "zh": "监测方式", "en": "Monitoring" }, "description": "automatic 自动监测 (HJ 915-2017); manual 手工监测 (HJ 91.2-2022).", "enum": ["automatic", "manual"] }, "target": { "title": "水质目标 · Target class", "x-title": { "zh": "水质目标", "en": "Target class" }, "enum": [1, 2, 3, 4, 5, 6, null], "x-source": "Section register, or as sent" }, "class": { "title": "水质类别 · Class", "x-title": { "zh": "水质类别", "en": "Class" }, "type": "object", "additionalProperties": false, "required": ["basis", "computed", "determining", "items", "reported", "standard"], "description": "1–5 are Ⅰ–Ⅴ, 6 is 劣Ⅴ. Computed from unrounded values by single factor; a class from automatic items is not for assessment.", "x-source": "GB 3838-2002 §5; 环办〔2011〕22号", "properties": { "basis": { "title": "依据 · Basis", "x-title": { "zh": "依据", "en": "Basis" }, "enum": ["automatic", "manual"] }, "computed": { "title": "计算类别 · Class computed", "x-title": { "zh": "计算类别", "en": "Class computed" }, "enum": [1, 2, 3, 4, 5, 6, null] }, "reported": { "title": "报送类别 · Class as sent", "x-title": { "zh": "报送类别", "en": "Class as sent" }, "enum": [1, 2, 3, 4, 5, 6, null] }, "determining": { "title": "定类项目 · Determining items", "x-title": { "zh": "定类项目", "en": "Determining items" }, "$ref": "#/$defs/items" }, "items": { "title": "参评项目 · Items used", "x-title": { "zh": "参评项目", "en": "Items used" }, "$ref": "#/$defs/items" }, "standard": { "title": "评价标准 · Standard", "x-title": { "zh": "评价标准", "en": "Standard" }, "enum": ["GB 3838-2002"] } } }, "results": { "title": "监测结果 · Results", "x-title": { "zh": "监测结果", "en": "Results" }, "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "algae": { "title": "藻密度 · Algal density", "x-title": { "zh": "藻密度", "en": "Algal density" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "cells/L" }, "value": { "minimum": 0, "maximum": 1e15 } }, "x-unit": "cells/L", "x-method": "荧光法，自动监测 HJ 915-2017", "x-source": "HJ 915-2017 (automatic stations, lakes and reservoirs)" }, "as": { "title": "砷 · Arsenic", "x-title": { "zh": "砷", "en": "Arsenic" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "二乙基二硫代氨基甲酸银分光光度法 GB 7485-87", "x-source": "GB 3838-2002 table 1 no. 14, table 4 no. 14" }, "bod5": { "title": "五日生化需氧量 · Five-day biochemical oxygen demand", "x-title": { "zh": "五日生化需氧量", "en": "Five-day biochemical oxygen demand" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e5 } }, "x-unit": "mg/L", "x-method": "稀释与接种法 GB 7488-87", "x-source": "GB 3838-2002 table 1 no. 6, table 4 no. 6" }, "cd": { "title": "镉 · Cadmium", "x-title": { "zh": "镉", "en": "Cadmium" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "原子吸收分光光度法(螯合萃取法) GB 7475-87", "x-source": "GB 3838-2002 table 1 no. 16, table 4 no. 16" }, "chla": { "title": "叶绿素a · Chlorophyll a", "x-title": { "zh": "叶绿素a", "en": "Chlorophyll a" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "荧光法，自动监测 HJ 915-2017；分光光度法 HJ 897-2017", "x-source": "HJ 915-2017 (automatic stations, lakes and reservoirs)" }, "cn": { "title": "氰化物 · Cyanide", "x-title": { "zh": "氰化物", "en": "Cyanide" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "异烟酸-吡唑啉酮比色法 GB 7487-87", "x-source": "GB 3838-2002 table 1 no. 19, table 4 no. 19" }, "cod": { "title": "化学需氧量 · Chemical oxygen demand (dichromate)", "x-title": { "zh": "化学需氧量", "en": "Chemical oxygen demand (dichromate)" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e5 } }, "x-unit": "mg/L", "x-method": "重铬酸盐法 GB 11914-89", "x-source": "GB 3838-2002 table 1 no. 5, table 4 no. 5" }, "codMn": { "title": "高锰酸盐指数 · Permanganate index", "x-title": { "zh": "高锰酸盐指数", "en": "Permanganate index" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "mg/L", "x-method": "GB 11892-89", "x-source": "GB 3838-2002 table 1 no. 4, table 4 no. 4" }, "conductivity": { "title": "电导率 · Electrical conductivity", "x-title": { "zh": "电导率", "en": "Electrical conductivity" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μS/cm" }, "value": { "minimum": 0, "maximum": 1e6 } }, "x-unit": "μS/cm", "x-method": "电极法，自动监测 HJ 915-2017", "x-source": "HJ 915-2017 (automatic stations)" }, "cr6": { "title": "铬(六价) · Chromium (hexavalent)", "x-title": { "zh": "铬(六价)", "en": "Chromium (hexavalent)" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "二苯碳酰二肼分光光度法 GB 7467-87", "x-source": "GB 3838-2002 table 1 no. 17, table 4 no. 17" }, "cu": { "title": "铜 · Copper", "x-title": { "zh": "铜", "en": "Copper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "mg/L", "x-method": "2,9-二甲基-1,10-菲啰啉分光光度法 GB 7473-87；原子吸收分光光度法 GB 7475-87", "x-source": "GB 3838-2002 table 1 no. 10, table 4 no. 10" }, "do": { "title": "溶解氧 · Dissolved oxygen", "x-title": { "zh": "溶解氧", "en": "Dissolved oxygen" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 60 } }, "x-unit": "mg/L", "x-method": "碘量法 GB 7489-87；电化学探头法 GB 11913-89", "x-source": "GB 3838-2002 table 1 no. 3, table 4 no. 3" }, "fc": { "title": "粪大肠菌群 · Faecal coliforms", "x-title": { "zh": "粪大肠菌群", "en": "Faecal coliforms" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "个/L" }, "value": { "minimum": 0, "maximum": 1e12 } }, "x-unit": "个/L", "x-method": "多管发酵法、滤膜法", "x-source": "GB 3838-2002 table 1 no. 24, table 4 no. 24" }, "flow": { "title": "流量 · Flow", "x-title": { "zh": "流量", "en": "Flow" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "m³/s" }, "value": { "minimum": -1e6, "maximum": 1e6 } }, "x-unit": "m³/s", "x-method": "河流流量测验规范 GB 50179-2015", "x-source": "GB 50179-2015" }, "fluoride": { "title": "氟化物 · Fluoride (as F⁻)", "x-title": { "zh": "氟化物", "en": "Fluoride (as F⁻)" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "mg/L", "x-method": "离子选择电极法 GB 7484-87；氟试剂分光光度法 GB 7483-87", "x-source": "GB 3838-2002 table 1 no. 12, table 4 no. 12" }, "hg": { "title": "汞 · Mercury", "x-title": { "zh": "汞", "en": "Mercury" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "冷原子吸收分光光度法 GB 7468-87", "x-source": "GB 3838-2002 table 1 no. 15, table 4 no. 15" }, "las": { "title": "阴离子表面活性剂 · Anionic surfactants", "x-title": { "zh": "阴离子表面活性剂", "en": "Anionic surfactants" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "mg/L", "x-method": "亚甲蓝分光光度法 GB 7494-87", "x-source": "GB 3838-2002 table 1 no. 22, table 4 no. 22" }, "level": { "title": "水位 · Water level", "x-title": { "zh": "水位", "en": "Water level" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "m" }, "value": { "minimum": -500, "maximum": 9e3 } }, "x-unit": "m", "x-method": "水位观测标准 GB/T 50138-2010", "x-source": "GB/T 50138-2010" }, "nh3n": { "title": "氨氮 · Ammonia nitrogen (as N)", "x-title": { "zh": "氨氮", "en": "Ammonia nitrogen (as N)" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "mg/L", "x-method": "纳氏试剂比色法 GB 7479-87；水杨酸分光光度法 GB 7481-87", "x-source": "GB 3838-2002 table 1 no. 7, table 4 no. 7" }, "oil": { "title": "石油类 · Petroleum oils", "x-title": { "zh": "石油类", "en": "Petroleum oils" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "mg/L", "x-method": "红外分光光度法 GB/T 16488-1996", "x-source": "GB 3838-2002 table 1 no. 21, table 4 no. 21" }, "pH": { "title": "pH · pH", "x-title": { "zh": "pH", "en": "pH" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "无量纲" }, "value": { "minimum": 0, "maximum": 14 } }, "x-unit": "无量纲", "x-method": "玻璃电极法 GB 6920-86", "x-source": "GB 3838-2002 table 1 no. 2, table 4 no. 2" }, "pb": { "title": "铅 · Lead", "x-title": { "zh": "铅", "en": "Lead" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "原子吸收分光光度法(螯合萃取法) GB 7475-87", "x-source": "GB 3838-2002 table 1 no. 18, table 4 no. 18" }, "phenol": { "title": "挥发酚 · Volatile phenols", "x-title": { "zh": "挥发酚", "en": "Volatile phenols" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "蒸馏后4-氨基安替比林分光光度法 GB 7490-87", "x-source": "GB 3838-2002 table 1 no. 20, table 4 no. 20" }, "se": { "title": "硒 · Selenium", "x-title": { "zh": "硒", "en": "Selenium" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "2,3-二氨基萘荧光法 GB 11902-89；石墨炉原子吸收分光光度法 GB/T 15505-1995", "x-source": "GB 3838-2002 table 1 no. 13, table 4 no. 13" }, "sulfide": { "title": "硫化物 · Sulfide", "x-title": { "zh": "硫化物", "en": "Sulfide" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "mg/L", "x-method": "亚甲基蓝分光光度法 GB/T 16489-1996", "x-source": "GB 3838-2002 table 1 no. 23, table 4 no. 23" }, "tn": { "title": "总氮 · Total nitrogen (as N)", "x-title": { "zh": "总氮", "en": "Total nitrogen (as N)" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "mg/L", "x-method": "碱性过硫酸钾消解紫外分光光度法 GB 11894-89", "x-source": "GB 3838-2002 table 1 no. 9, table 4 no. 9" }, "tp": { "title": "总磷 · Total phosphorus (as P)", "x-title": { "zh": "总磷", "en": "Total phosphorus (as P)" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e3 } }, "x-unit": "mg/L", "x-method": "钼酸铵分光光度法 GB 11893-89", "x-source": "GB 3838-2002 table 1 no. 8, table 4 no. 8" }, "turbidity": { "title": "浊度 · Turbidity", "x-title": { "zh": "浊度", "en": "Turbidity" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "NTU" }, "value": { "minimum": 0, "maximum": 1e6 } }, "x-unit": "NTU", "x-method": "光散射法，自动监测 HJ 915-2017", "x-source": "HJ 915-2017 (automatic stations)" }, "waterTemp": { "title": "水温 · Water temperature", "x-title": { "zh": "水温", "en": "Water temperature" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "℃" }, "value": { "minimum": -5, "maximum": 60 } }, "x-unit": "℃", "x-method": "温度计法 GB 13195-91", "x-source": "GB 3838-2002 table 1 no. 1, table 4 no. 1" }, "zn": { "title": "锌 · Zinc", "x-title": { "zh": "锌", "en": "Zinc" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/L" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "mg/L", "x-method": "原子吸收分光光度法 GB 7475-87", "x-source": "GB 3838-2002 table 1 no. 11, table 4 no. 11" } } }, "originator": { "title": "数据生产者 · Originator", "x-title": { "zh": "数据生产者", "en": "Originator" }, "description": "Who produced the figures: cnemc 中国环境监测总站, or a side. National automatic stations belong to the national centre even when a side passes them on.", "enum": ["cnemc", "cq", "sc"] }, "review": { "title": "审核状态 · Review state", "x-title": { "zh": "审核状态", "en": "Review state" }, "description": "raw 未审核; reviewed 已审核; final 终审.", "enum": ["raw", "reviewed", "final"] }, "publication": { "title": "发布权 · Right to publish", "x-title": { "zh": "发布权", "en": "Right to publish" }, "description": "none 不得发布; joint 双方共同发布; public 已公开.", "enum": ["none", "joint", "public"] }, "station": { "title": "站点情况 · Station state", "x-title": { "zh": "站点情况", "en": "Station state" }, "description": "normal 正常; maintenance 维护; not-ready 不具备运行条件; stopped 停站; unknown 未注明.", "enum": ["normal", "maintenance", "not-ready", "stopped", "unknown"] }, "notes": { "title": "规范化说明 · Notes", "x-title": { "zh": "规范化说明", "en": "Notes" }, "description": "What normalisation changed, each by its rule.", "type": "array", "maxItems": 64, "items": { "type": "object", "additionalProperties": false, "required": ["rule"], "properties": { "field": { "type": "string", "maxLength": 128, "pattern": "^/" }, "rule": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 }, "sent": { "type": "string", "maxLength": 4096 } } } } }, "$defs": { "instant": { "type": "string", "description": "Asia/Shanghai, to the second.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$" }, "items": { "type": "array", "uniqueItems": true, "maxItems": 30, "items": { "enum": ["algae", "as", "bod5", "cd", "chla", "cn", "cod", "codMn", "conductivity", "cr6", "cu", "do", "fc", "flow", "fluoride", "hg", "las", "level", "nh3n", "oil", "pH", "pb", "phenol", "se", "sulfide", "tn", "tp", "turbidity", "waterTemp", "zn"] } }, "result": { "title": "结果 · Result", "x-title": { "zh": "结果", "en": "Result" }, "type": "object", "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit. qualifier: null a figure; < below the figure; L below the detection limit, which is the value; ND not detected, limit not given; missing 缺测; not-monitored 未监测. A missing figure is null, never 0.", "properties": { "qualifier": { "enum": [null, "<", "L", "ND", "missing", "not-monitored"] }, "reported": { "type": ["string", "null"], "maxLength": 64 }, "unit": { "type": "string" }, "value": { "type": ["number", "null"] } }, "if": { "properties": { "qualifier": { "enum": [null, "<", "L"] } } }, "then": { "properties": { "reported": { "type": "string", "minLength": 1 }, "value": { "type": "number" } } }, "else": { "properties": { "value": { "type": "null" } } }, "additionalProperties": false } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern3 = new RegExp("^(cq|sc)-\\S+$", "u");
var pattern5 = new RegExp("^/", "u");
var pattern6 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
var pattern4 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern4.test(data)) {
        validate53.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$" }, message: 'must match pattern "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$"' }];
        return false;
      }
    } else {
      validate53.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema21 = { "type": "array", "uniqueItems": true, "maxItems": 30, "items": { "enum": ["algae", "as", "bod5", "cd", "chla", "cn", "cod", "codMn", "conductivity", "cr6", "cu", "do", "fc", "flow", "fluoride", "hg", "las", "level", "nh3n", "oil", "pH", "pb", "phenol", "se", "sulfide", "tn", "tp", "turbidity", "waterTemp", "zn"] } };
var func0 = require_equal().default;
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (Array.isArray(data)) {
      if (data.length > 30) {
        validate56.errors = [{ instancePath, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 30 }, message: "must NOT have more than 30 items" }];
        return false;
      } else {
        var valid0 = true;
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data0 = data[i0];
          const _errs1 = errors;
          if (!(data0 === "algae" || data0 === "as" || data0 === "bod5" || data0 === "cd" || data0 === "chla" || data0 === "cn" || data0 === "cod" || data0 === "codMn" || data0 === "conductivity" || data0 === "cr6" || data0 === "cu" || data0 === "do" || data0 === "fc" || data0 === "flow" || data0 === "fluoride" || data0 === "hg" || data0 === "las" || data0 === "level" || data0 === "nh3n" || data0 === "oil" || data0 === "pH" || data0 === "pb" || data0 === "phenol" || data0 === "se" || data0 === "sulfide" || data0 === "tn" || data0 === "tp" || data0 === "turbidity" || data0 === "waterTemp" || data0 === "zn")) {
            validate56.errors = [{ instancePath: instancePath + "/" + i0, schemaPath: "#/items/enum", keyword: "enum", params: { allowedValues: schema21.items.enum }, message: "must be equal to one of the allowed values" }];
            return false;
          }
          var valid0 = _errs1 === errors;
          if (!valid0) {
            break;
          }
        }
        if (valid0) {
          let i1 = data.length;
          let j0;
          if (i1 > 1) {
            outer0: for (; i1--; ) {
              for (j0 = i1; j0--; ) {
                if (func0(data[i1], data[j0])) {
                  validate56.errors = [{ instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }];
                  return false;
                  break outer0;
                }
              }
            }
          }
        }
      }
    } else {
      validate56.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
      return false;
    }
  }
  validate56.errors = vErrors;
  return errors === 0;
}
validate56.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema22 = { "title": "结果 · Result", "x-title": { "zh": "结果", "en": "Result" }, "type": "object", "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit. qualifier: null a figure; < below the figure; L below the detection limit, which is the value; ND not detected, limit not given; missing 缺测; not-monitored 未监测. A missing figure is null, never 0.", "properties": { "qualifier": { "enum": [null, "<", "L", "ND", "missing", "not-monitored"] }, "reported": { "type": ["string", "null"], "maxLength": 64 }, "unit": { "type": "string" }, "value": { "type": ["number", "null"] } }, "if": { "properties": { "qualifier": { "enum": [null, "<", "L"] } } }, "then": { "properties": { "reported": { "type": "string", "minLength": 1 }, "value": { "type": "number" } } }, "else": { "properties": { "value": { "type": "null" } } }, "additionalProperties": false };
function validate59(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate59.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.qualifier !== void 0) {
      let data0 = data.qualifier;
      if (!(data0 === null || data0 === "<" || data0 === "L")) {
        const err0 = {};
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.reported !== void 0) {
        let data1 = data.reported;
        const _errs5 = errors;
        if (errors === _errs5) {
          if (typeof data1 === "string") {
            if (func2(data1) < 1) {
              validate59.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/then/properties/reported/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
              return false;
            }
          } else {
            validate59.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/then/properties/reported/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
            return false;
          }
        }
        var valid2 = _errs5 === errors;
      } else {
        var valid2 = true;
      }
      if (valid2) {
        if (data.value !== void 0) {
          let data2 = data.value;
          const _errs7 = errors;
          if (!(typeof data2 == "number" && isFinite(data2))) {
            validate59.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/then/properties/value/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
            return false;
          }
          var valid2 = _errs7 === errors;
        } else {
          var valid2 = true;
        }
      }
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    if (valid0) {
      var props0 = {};
      props0.reported = true;
      props0.value = true;
      props0.qualifier = true;
    }
    ifClause0 = "then";
  } else {
    const _errs9 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.value !== void 0) {
        if (data.value !== null) {
          validate59.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/else/properties/value/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
          return false;
        }
      }
    }
    var _valid0 = _errs9 === errors;
    valid0 = _valid0;
    if (valid0) {
      if (props0 !== true) {
        props0 = props0 || {};
        props0.value = true;
      }
    }
    ifClause0 = "else";
  }
  if (!valid0) {
    const err1 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
    validate59.errors = vErrors;
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.qualifier === void 0 && (missing0 = "qualifier") || data.reported === void 0 && (missing0 = "reported") || data.unit === void 0 && (missing0 = "unit") || data.value === void 0 && (missing0 = "value")) {
        validate59.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs12 = errors;
        for (const key0 in data) {
          if (!(key0 === "qualifier" || key0 === "reported" || key0 === "unit" || key0 === "value")) {
            validate59.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs12 === errors) {
          if (data.qualifier !== void 0) {
            let data4 = data.qualifier;
            const _errs13 = errors;
            if (!(data4 === null || data4 === "<" || data4 === "L" || data4 === "ND" || data4 === "missing" || data4 === "not-monitored")) {
              validate59.errors = [{ instancePath: instancePath + "/qualifier", schemaPath: "#/properties/qualifier/enum", keyword: "enum", params: { allowedValues: schema22.properties.qualifier.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid4 = _errs13 === errors;
          } else {
            var valid4 = true;
          }
          if (valid4) {
            if (data.reported !== void 0) {
              let data5 = data.reported;
              const _errs14 = errors;
              if (typeof data5 !== "string" && data5 !== null) {
                validate59.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/type", keyword: "type", params: { type: schema22.properties.reported.type }, message: "must be string,null" }];
                return false;
              }
              if (errors === _errs14) {
                if (typeof data5 === "string") {
                  if (func2(data5) > 64) {
                    validate59.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                    return false;
                  }
                }
              }
              var valid4 = _errs14 === errors;
            } else {
              var valid4 = true;
            }
            if (valid4) {
              if (data.unit !== void 0) {
                const _errs16 = errors;
                if (typeof data.unit !== "string") {
                  validate59.errors = [{ instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid4 = _errs16 === errors;
              } else {
                var valid4 = true;
              }
              if (valid4) {
                if (data.value !== void 0) {
                  let data7 = data.value;
                  const _errs18 = errors;
                  if (!(typeof data7 == "number" && isFinite(data7)) && data7 !== null) {
                    validate59.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: schema22.properties.value.type }, message: "must be number,null" }];
                    return false;
                  }
                  var valid4 = _errs18 === errors;
                } else {
                  var valid4 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate59.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate59.errors = vErrors;
  return errors === 0;
}
validate59.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.class === void 0 && (missing0 = "class") || data.interval === void 0 && (missing0 = "interval") || data.monitoring === void 0 && (missing0 = "monitoring") || data.notes === void 0 && (missing0 = "notes") || data.originator === void 0 && (missing0 = "originator") || data.publication === void 0 && (missing0 = "publication") || data.results === void 0 && (missing0 = "results") || data.review === void 0 && (missing0 = "review") || data.section === void 0 && (missing0 = "section") || data.station === void 0 && (missing0 = "station") || data.target === void 0 && (missing0 = "target")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!func1.call(schema19.properties, key0)) {
            validate52.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.section !== void 0) {
            let data0 = data.section;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                let missing1;
                if (data0.border === void 0 && (missing1 = "border") || data0.id === void 0 && (missing1 = "id") || data0.level === void 0 && (missing1 = "level") || data0.mn === void 0 && (missing1 = "mn") || data0.name === void 0 && (missing1 = "name") || data0.river === void 0 && (missing1 = "river") || data0.waterBody === void 0 && (missing1 = "waterBody")) {
                  validate52.errors = [{ instancePath: instancePath + "/section", schemaPath: "#/properties/section/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                  return false;
                } else {
                  const _errs4 = errors;
                  for (const key1 in data0) {
                    if (!(key1 === "border" || key1 === "level" || key1 === "id" || key1 === "mn" || key1 === "name" || key1 === "river" || key1 === "waterBody")) {
                      validate52.errors = [{ instancePath: instancePath + "/section", schemaPath: "#/properties/section/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                      return false;
                      break;
                    }
                  }
                  if (_errs4 === errors) {
                    if (data0.border !== void 0) {
                      let data1 = data0.border;
                      const _errs5 = errors;
                      if (!(data1 === "sc-cq" || data1 === "cq-sc" || data1 === "shared" || data1 === null)) {
                        validate52.errors = [{ instancePath: instancePath + "/section/border", schemaPath: "#/properties/section/properties/border/enum", keyword: "enum", params: { allowedValues: schema19.properties.section.properties.border.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid1 = _errs5 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data0.level !== void 0) {
                        let data2 = data0.level;
                        const _errs6 = errors;
                        if (!(data2 === "national" || data2 === "provincial" || data2 === "prefecture" || data2 === "county" || data2 === null)) {
                          validate52.errors = [{ instancePath: instancePath + "/section/level", schemaPath: "#/properties/section/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.properties.section.properties.level.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid1 = _errs6 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data0.id !== void 0) {
                          let data3 = data0.id;
                          const _errs7 = errors;
                          if (errors === _errs7) {
                            if (typeof data3 === "string") {
                              if (func2(data3) > 64) {
                                validate52.errors = [{ instancePath: instancePath + "/section/id", schemaPath: "#/properties/section/properties/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                return false;
                              } else {
                                if (func2(data3) < 4) {
                                  validate52.errors = [{ instancePath: instancePath + "/section/id", schemaPath: "#/properties/section/properties/id/minLength", keyword: "minLength", params: { limit: 4 }, message: "must NOT have fewer than 4 characters" }];
                                  return false;
                                } else {
                                  if (!pattern3.test(data3)) {
                                    validate52.errors = [{ instancePath: instancePath + "/section/id", schemaPath: "#/properties/section/properties/id/pattern", keyword: "pattern", params: { pattern: "^(cq|sc)-\\S+$" }, message: 'must match pattern "^(cq|sc)-\\S+$"' }];
                                    return false;
                                  }
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/section/id", schemaPath: "#/properties/section/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid1 = _errs7 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data0.mn !== void 0) {
                            let data4 = data0.mn;
                            const _errs9 = errors;
                            if (typeof data4 !== "string" && data4 !== null) {
                              validate52.errors = [{ instancePath: instancePath + "/section/mn", schemaPath: "#/properties/section/properties/mn/type", keyword: "type", params: { type: schema19.properties.section.properties.mn.type }, message: "must be string,null" }];
                              return false;
                            }
                            if (errors === _errs9) {
                              if (typeof data4 === "string") {
                                if (func2(data4) > 32) {
                                  validate52.errors = [{ instancePath: instancePath + "/section/mn", schemaPath: "#/properties/section/properties/mn/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }];
                                  return false;
                                } else {
                                  if (func2(data4) < 1) {
                                    validate52.errors = [{ instancePath: instancePath + "/section/mn", schemaPath: "#/properties/section/properties/mn/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                    return false;
                                  }
                                }
                              }
                            }
                            var valid1 = _errs9 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data0.name !== void 0) {
                              let data5 = data0.name;
                              const _errs11 = errors;
                              if (errors === _errs11) {
                                if (typeof data5 === "string") {
                                  if (func2(data5) > 64) {
                                    validate52.errors = [{ instancePath: instancePath + "/section/name", schemaPath: "#/properties/section/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                    return false;
                                  } else {
                                    if (func2(data5) < 1) {
                                      validate52.errors = [{ instancePath: instancePath + "/section/name", schemaPath: "#/properties/section/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/section/name", schemaPath: "#/properties/section/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid1 = _errs11 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data0.river !== void 0) {
                                let data6 = data0.river;
                                const _errs13 = errors;
                                if (typeof data6 !== "string" && data6 !== null) {
                                  validate52.errors = [{ instancePath: instancePath + "/section/river", schemaPath: "#/properties/section/properties/river/type", keyword: "type", params: { type: schema19.properties.section.properties.river.type }, message: "must be string,null" }];
                                  return false;
                                }
                                if (errors === _errs13) {
                                  if (typeof data6 === "string") {
                                    if (func2(data6) > 64) {
                                      validate52.errors = [{ instancePath: instancePath + "/section/river", schemaPath: "#/properties/section/properties/river/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                      return false;
                                    } else {
                                      if (func2(data6) < 1) {
                                        validate52.errors = [{ instancePath: instancePath + "/section/river", schemaPath: "#/properties/section/properties/river/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                        return false;
                                      }
                                    }
                                  }
                                }
                                var valid1 = _errs13 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data0.waterBody !== void 0) {
                                  let data7 = data0.waterBody;
                                  const _errs15 = errors;
                                  if (!(data7 === "river" || data7 === "lake")) {
                                    validate52.errors = [{ instancePath: instancePath + "/section/waterBody", schemaPath: "#/properties/section/properties/waterBody/enum", keyword: "enum", params: { allowedValues: schema19.properties.section.properties.waterBody.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid1 = _errs15 === errors;
                                } else {
                                  var valid1 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/section", schemaPath: "#/properties/section/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.interval !== void 0) {
              let data8 = data.interval;
              const _errs16 = errors;
              if (errors === _errs16) {
                if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                  let missing2;
                  if (data8.end === void 0 && (missing2 = "end") || data8.start === void 0 && (missing2 = "start")) {
                    validate52.errors = [{ instancePath: instancePath + "/interval", schemaPath: "#/properties/interval/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                    return false;
                  } else {
                    const _errs18 = errors;
                    for (const key2 in data8) {
                      if (!(key2 === "start" || key2 === "end")) {
                        validate52.errors = [{ instancePath: instancePath + "/interval", schemaPath: "#/properties/interval/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                      }
                    }
                    if (_errs18 === errors) {
                      if (data8.start !== void 0) {
                        const _errs19 = errors;
                        if (!validate53(data8.start, { instancePath: instancePath + "/interval/start", parentData: data8, parentDataProperty: "start", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                          errors = vErrors.length;
                        }
                        var valid2 = _errs19 === errors;
                      } else {
                        var valid2 = true;
                      }
                      if (valid2) {
                        if (data8.end !== void 0) {
                          const _errs20 = errors;
                          if (!validate53(data8.end, { instancePath: instancePath + "/interval/end", parentData: data8, parentDataProperty: "end", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                            errors = vErrors.length;
                          }
                          var valid2 = _errs20 === errors;
                        } else {
                          var valid2 = true;
                        }
                      }
                    }
                  }
                } else {
                  validate52.errors = [{ instancePath: instancePath + "/interval", schemaPath: "#/properties/interval/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                  return false;
                }
              }
              var valid0 = _errs16 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.monitoring !== void 0) {
                let data11 = data.monitoring;
                const _errs21 = errors;
                if (!(data11 === "automatic" || data11 === "manual")) {
                  validate52.errors = [{ instancePath: instancePath + "/monitoring", schemaPath: "#/properties/monitoring/enum", keyword: "enum", params: { allowedValues: schema19.properties.monitoring.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
                var valid0 = _errs21 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.target !== void 0) {
                  let data12 = data.target;
                  const _errs22 = errors;
                  if (!(data12 === 1 || data12 === 2 || data12 === 3 || data12 === 4 || data12 === 5 || data12 === 6 || data12 === null)) {
                    validate52.errors = [{ instancePath: instancePath + "/target", schemaPath: "#/properties/target/enum", keyword: "enum", params: { allowedValues: schema19.properties.target.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid0 = _errs22 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.class !== void 0) {
                    let data13 = data.class;
                    const _errs23 = errors;
                    if (errors === _errs23) {
                      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                        let missing3;
                        if (data13.basis === void 0 && (missing3 = "basis") || data13.computed === void 0 && (missing3 = "computed") || data13.determining === void 0 && (missing3 = "determining") || data13.items === void 0 && (missing3 = "items") || data13.reported === void 0 && (missing3 = "reported") || data13.standard === void 0 && (missing3 = "standard")) {
                          validate52.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                          return false;
                        } else {
                          const _errs25 = errors;
                          for (const key3 in data13) {
                            if (!(key3 === "basis" || key3 === "computed" || key3 === "reported" || key3 === "determining" || key3 === "items" || key3 === "standard")) {
                              validate52.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                              return false;
                              break;
                            }
                          }
                          if (_errs25 === errors) {
                            if (data13.basis !== void 0) {
                              let data14 = data13.basis;
                              const _errs26 = errors;
                              if (!(data14 === "automatic" || data14 === "manual")) {
                                validate52.errors = [{ instancePath: instancePath + "/class/basis", schemaPath: "#/properties/class/properties/basis/enum", keyword: "enum", params: { allowedValues: schema19.properties.class.properties.basis.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid3 = _errs26 === errors;
                            } else {
                              var valid3 = true;
                            }
                            if (valid3) {
                              if (data13.computed !== void 0) {
                                let data15 = data13.computed;
                                const _errs27 = errors;
                                if (!(data15 === 1 || data15 === 2 || data15 === 3 || data15 === 4 || data15 === 5 || data15 === 6 || data15 === null)) {
                                  validate52.errors = [{ instancePath: instancePath + "/class/computed", schemaPath: "#/properties/class/properties/computed/enum", keyword: "enum", params: { allowedValues: schema19.properties.class.properties.computed.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                                var valid3 = _errs27 === errors;
                              } else {
                                var valid3 = true;
                              }
                              if (valid3) {
                                if (data13.reported !== void 0) {
                                  let data16 = data13.reported;
                                  const _errs28 = errors;
                                  if (!(data16 === 1 || data16 === 2 || data16 === 3 || data16 === 4 || data16 === 5 || data16 === 6 || data16 === null)) {
                                    validate52.errors = [{ instancePath: instancePath + "/class/reported", schemaPath: "#/properties/class/properties/reported/enum", keyword: "enum", params: { allowedValues: schema19.properties.class.properties.reported.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid3 = _errs28 === errors;
                                } else {
                                  var valid3 = true;
                                }
                                if (valid3) {
                                  if (data13.determining !== void 0) {
                                    const _errs29 = errors;
                                    if (!validate56(data13.determining, { instancePath: instancePath + "/class/determining", parentData: data13, parentDataProperty: "determining", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid3 = _errs29 === errors;
                                  } else {
                                    var valid3 = true;
                                  }
                                  if (valid3) {
                                    if (data13.items !== void 0) {
                                      const _errs30 = errors;
                                      if (!validate56(data13.items, { instancePath: instancePath + "/class/items", parentData: data13, parentDataProperty: "items", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid3 = _errs30 === errors;
                                    } else {
                                      var valid3 = true;
                                    }
                                    if (valid3) {
                                      if (data13.standard !== void 0) {
                                        const _errs31 = errors;
                                        if (!(data13.standard === "GB 3838-2002")) {
                                          validate52.errors = [{ instancePath: instancePath + "/class/standard", schemaPath: "#/properties/class/properties/standard/enum", keyword: "enum", params: { allowedValues: schema19.properties.class.properties.standard.enum }, message: "must be equal to one of the allowed values" }];
                                          return false;
                                        }
                                        var valid3 = _errs31 === errors;
                                      } else {
                                        var valid3 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                        return false;
                      }
                    }
                    var valid0 = _errs23 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.results !== void 0) {
                      let data20 = data.results;
                      const _errs32 = errors;
                      if (errors === _errs32) {
                        if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
                          if (Object.keys(data20).length < 1) {
                            validate52.errors = [{ instancePath: instancePath + "/results", schemaPath: "#/properties/results/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" }];
                            return false;
                          } else {
                            const _errs34 = errors;
                            for (const key4 in data20) {
                              if (!func1.call(schema19.properties.results.properties, key4)) {
                                validate52.errors = [{ instancePath: instancePath + "/results", schemaPath: "#/properties/results/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                                return false;
                                break;
                              }
                            }
                            if (_errs34 === errors) {
                              if (data20.algae !== void 0) {
                                let data21 = data20.algae;
                                const _errs35 = errors;
                                if (!validate59(data21, { instancePath: instancePath + "/results/algae", parentData: data20, parentDataProperty: "algae", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                  errors = vErrors.length;
                                }
                                if (errors === _errs35) {
                                  if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                                    if (data21.unit !== void 0) {
                                      const _errs37 = errors;
                                      if ("cells/L" !== data21.unit) {
                                        validate52.errors = [{ instancePath: instancePath + "/results/algae/unit", schemaPath: "#/properties/results/properties/algae/properties/unit/const", keyword: "const", params: { allowedValue: "cells/L" }, message: "must be equal to constant" }];
                                        return false;
                                      }
                                      var valid6 = _errs37 === errors;
                                    } else {
                                      var valid6 = true;
                                    }
                                    if (valid6) {
                                      if (data21.value !== void 0) {
                                        let data23 = data21.value;
                                        const _errs38 = errors;
                                        if (typeof data23 == "number" && isFinite(data23)) {
                                          if (data23 > 1e15 || isNaN(data23)) {
                                            validate52.errors = [{ instancePath: instancePath + "/results/algae/value", schemaPath: "#/properties/results/properties/algae/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e15 }, message: "must be <= 1000000000000000" }];
                                            return false;
                                          } else {
                                            if (data23 < 0 || isNaN(data23)) {
                                              validate52.errors = [{ instancePath: instancePath + "/results/algae/value", schemaPath: "#/properties/results/properties/algae/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid6 = _errs38 === errors;
                                      } else {
                                        var valid6 = true;
                                      }
                                    }
                                  }
                                }
                                var valid4 = _errs35 === errors;
                              } else {
                                var valid4 = true;
                              }
                              if (valid4) {
                                if (data20.as !== void 0) {
                                  let data24 = data20.as;
                                  const _errs39 = errors;
                                  if (!validate59(data24, { instancePath: instancePath + "/results/as", parentData: data20, parentDataProperty: "as", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                    errors = vErrors.length;
                                  }
                                  if (errors === _errs39) {
                                    if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                                      if (data24.unit !== void 0) {
                                        const _errs41 = errors;
                                        if ("mg/L" !== data24.unit) {
                                          validate52.errors = [{ instancePath: instancePath + "/results/as/unit", schemaPath: "#/properties/results/properties/as/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                          return false;
                                        }
                                        var valid8 = _errs41 === errors;
                                      } else {
                                        var valid8 = true;
                                      }
                                      if (valid8) {
                                        if (data24.value !== void 0) {
                                          let data26 = data24.value;
                                          const _errs42 = errors;
                                          if (typeof data26 == "number" && isFinite(data26)) {
                                            if (data26 > 1e3 || isNaN(data26)) {
                                              validate52.errors = [{ instancePath: instancePath + "/results/as/value", schemaPath: "#/properties/results/properties/as/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                              return false;
                                            } else {
                                              if (data26 < 0 || isNaN(data26)) {
                                                validate52.errors = [{ instancePath: instancePath + "/results/as/value", schemaPath: "#/properties/results/properties/as/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid8 = _errs42 === errors;
                                        } else {
                                          var valid8 = true;
                                        }
                                      }
                                    }
                                  }
                                  var valid4 = _errs39 === errors;
                                } else {
                                  var valid4 = true;
                                }
                                if (valid4) {
                                  if (data20.bod5 !== void 0) {
                                    let data27 = data20.bod5;
                                    const _errs43 = errors;
                                    if (!validate59(data27, { instancePath: instancePath + "/results/bod5", parentData: data20, parentDataProperty: "bod5", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                      errors = vErrors.length;
                                    }
                                    if (errors === _errs43) {
                                      if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                                        if (data27.unit !== void 0) {
                                          const _errs45 = errors;
                                          if ("mg/L" !== data27.unit) {
                                            validate52.errors = [{ instancePath: instancePath + "/results/bod5/unit", schemaPath: "#/properties/results/properties/bod5/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                            return false;
                                          }
                                          var valid10 = _errs45 === errors;
                                        } else {
                                          var valid10 = true;
                                        }
                                        if (valid10) {
                                          if (data27.value !== void 0) {
                                            let data29 = data27.value;
                                            const _errs46 = errors;
                                            if (typeof data29 == "number" && isFinite(data29)) {
                                              if (data29 > 1e5 || isNaN(data29)) {
                                                validate52.errors = [{ instancePath: instancePath + "/results/bod5/value", schemaPath: "#/properties/results/properties/bod5/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" }];
                                                return false;
                                              } else {
                                                if (data29 < 0 || isNaN(data29)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/results/bod5/value", schemaPath: "#/properties/results/properties/bod5/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid10 = _errs46 === errors;
                                          } else {
                                            var valid10 = true;
                                          }
                                        }
                                      }
                                    }
                                    var valid4 = _errs43 === errors;
                                  } else {
                                    var valid4 = true;
                                  }
                                  if (valid4) {
                                    if (data20.cd !== void 0) {
                                      let data30 = data20.cd;
                                      const _errs47 = errors;
                                      if (!validate59(data30, { instancePath: instancePath + "/results/cd", parentData: data20, parentDataProperty: "cd", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                        errors = vErrors.length;
                                      }
                                      if (errors === _errs47) {
                                        if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                                          if (data30.unit !== void 0) {
                                            const _errs49 = errors;
                                            if ("mg/L" !== data30.unit) {
                                              validate52.errors = [{ instancePath: instancePath + "/results/cd/unit", schemaPath: "#/properties/results/properties/cd/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                              return false;
                                            }
                                            var valid12 = _errs49 === errors;
                                          } else {
                                            var valid12 = true;
                                          }
                                          if (valid12) {
                                            if (data30.value !== void 0) {
                                              let data32 = data30.value;
                                              const _errs50 = errors;
                                              if (typeof data32 == "number" && isFinite(data32)) {
                                                if (data32 > 1e3 || isNaN(data32)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/results/cd/value", schemaPath: "#/properties/results/properties/cd/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                                  return false;
                                                } else {
                                                  if (data32 < 0 || isNaN(data32)) {
                                                    validate52.errors = [{ instancePath: instancePath + "/results/cd/value", schemaPath: "#/properties/results/properties/cd/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                              var valid12 = _errs50 === errors;
                                            } else {
                                              var valid12 = true;
                                            }
                                          }
                                        }
                                      }
                                      var valid4 = _errs47 === errors;
                                    } else {
                                      var valid4 = true;
                                    }
                                    if (valid4) {
                                      if (data20.chla !== void 0) {
                                        let data33 = data20.chla;
                                        const _errs51 = errors;
                                        if (!validate59(data33, { instancePath: instancePath + "/results/chla", parentData: data20, parentDataProperty: "chla", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                          errors = vErrors.length;
                                        }
                                        if (errors === _errs51) {
                                          if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
                                            if (data33.unit !== void 0) {
                                              const _errs53 = errors;
                                              if ("mg/L" !== data33.unit) {
                                                validate52.errors = [{ instancePath: instancePath + "/results/chla/unit", schemaPath: "#/properties/results/properties/chla/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                return false;
                                              }
                                              var valid14 = _errs53 === errors;
                                            } else {
                                              var valid14 = true;
                                            }
                                            if (valid14) {
                                              if (data33.value !== void 0) {
                                                let data35 = data33.value;
                                                const _errs54 = errors;
                                                if (typeof data35 == "number" && isFinite(data35)) {
                                                  if (data35 > 1e3 || isNaN(data35)) {
                                                    validate52.errors = [{ instancePath: instancePath + "/results/chla/value", schemaPath: "#/properties/results/properties/chla/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                                    return false;
                                                  } else {
                                                    if (data35 < 0 || isNaN(data35)) {
                                                      validate52.errors = [{ instancePath: instancePath + "/results/chla/value", schemaPath: "#/properties/results/properties/chla/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                      return false;
                                                    }
                                                  }
                                                }
                                                var valid14 = _errs54 === errors;
                                              } else {
                                                var valid14 = true;
                                              }
                                            }
                                          }
                                        }
                                        var valid4 = _errs51 === errors;
                                      } else {
                                        var valid4 = true;
                                      }
                                      if (valid4) {
                                        if (data20.cn !== void 0) {
                                          let data36 = data20.cn;
                                          const _errs55 = errors;
                                          if (!validate59(data36, { instancePath: instancePath + "/results/cn", parentData: data20, parentDataProperty: "cn", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                            errors = vErrors.length;
                                          }
                                          if (errors === _errs55) {
                                            if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
                                              if (data36.unit !== void 0) {
                                                const _errs57 = errors;
                                                if ("mg/L" !== data36.unit) {
                                                  validate52.errors = [{ instancePath: instancePath + "/results/cn/unit", schemaPath: "#/properties/results/properties/cn/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                  return false;
                                                }
                                                var valid16 = _errs57 === errors;
                                              } else {
                                                var valid16 = true;
                                              }
                                              if (valid16) {
                                                if (data36.value !== void 0) {
                                                  let data38 = data36.value;
                                                  const _errs58 = errors;
                                                  if (typeof data38 == "number" && isFinite(data38)) {
                                                    if (data38 > 1e3 || isNaN(data38)) {
                                                      validate52.errors = [{ instancePath: instancePath + "/results/cn/value", schemaPath: "#/properties/results/properties/cn/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                                      return false;
                                                    } else {
                                                      if (data38 < 0 || isNaN(data38)) {
                                                        validate52.errors = [{ instancePath: instancePath + "/results/cn/value", schemaPath: "#/properties/results/properties/cn/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                        return false;
                                                      }
                                                    }
                                                  }
                                                  var valid16 = _errs58 === errors;
                                                } else {
                                                  var valid16 = true;
                                                }
                                              }
                                            }
                                          }
                                          var valid4 = _errs55 === errors;
                                        } else {
                                          var valid4 = true;
                                        }
                                        if (valid4) {
                                          if (data20.cod !== void 0) {
                                            let data39 = data20.cod;
                                            const _errs59 = errors;
                                            if (!validate59(data39, { instancePath: instancePath + "/results/cod", parentData: data20, parentDataProperty: "cod", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                              errors = vErrors.length;
                                            }
                                            if (errors === _errs59) {
                                              if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
                                                if (data39.unit !== void 0) {
                                                  const _errs61 = errors;
                                                  if ("mg/L" !== data39.unit) {
                                                    validate52.errors = [{ instancePath: instancePath + "/results/cod/unit", schemaPath: "#/properties/results/properties/cod/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                    return false;
                                                  }
                                                  var valid18 = _errs61 === errors;
                                                } else {
                                                  var valid18 = true;
                                                }
                                                if (valid18) {
                                                  if (data39.value !== void 0) {
                                                    let data41 = data39.value;
                                                    const _errs62 = errors;
                                                    if (typeof data41 == "number" && isFinite(data41)) {
                                                      if (data41 > 1e5 || isNaN(data41)) {
                                                        validate52.errors = [{ instancePath: instancePath + "/results/cod/value", schemaPath: "#/properties/results/properties/cod/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" }];
                                                        return false;
                                                      } else {
                                                        if (data41 < 0 || isNaN(data41)) {
                                                          validate52.errors = [{ instancePath: instancePath + "/results/cod/value", schemaPath: "#/properties/results/properties/cod/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                          return false;
                                                        }
                                                      }
                                                    }
                                                    var valid18 = _errs62 === errors;
                                                  } else {
                                                    var valid18 = true;
                                                  }
                                                }
                                              }
                                            }
                                            var valid4 = _errs59 === errors;
                                          } else {
                                            var valid4 = true;
                                          }
                                          if (valid4) {
                                            if (data20.codMn !== void 0) {
                                              let data42 = data20.codMn;
                                              const _errs63 = errors;
                                              if (!validate59(data42, { instancePath: instancePath + "/results/codMn", parentData: data20, parentDataProperty: "codMn", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                errors = vErrors.length;
                                              }
                                              if (errors === _errs63) {
                                                if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                  if (data42.unit !== void 0) {
                                                    const _errs65 = errors;
                                                    if ("mg/L" !== data42.unit) {
                                                      validate52.errors = [{ instancePath: instancePath + "/results/codMn/unit", schemaPath: "#/properties/results/properties/codMn/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                      return false;
                                                    }
                                                    var valid20 = _errs65 === errors;
                                                  } else {
                                                    var valid20 = true;
                                                  }
                                                  if (valid20) {
                                                    if (data42.value !== void 0) {
                                                      let data44 = data42.value;
                                                      const _errs66 = errors;
                                                      if (typeof data44 == "number" && isFinite(data44)) {
                                                        if (data44 > 1e4 || isNaN(data44)) {
                                                          validate52.errors = [{ instancePath: instancePath + "/results/codMn/value", schemaPath: "#/properties/results/properties/codMn/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                          return false;
                                                        } else {
                                                          if (data44 < 0 || isNaN(data44)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/results/codMn/value", schemaPath: "#/properties/results/properties/codMn/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                            return false;
                                                          }
                                                        }
                                                      }
                                                      var valid20 = _errs66 === errors;
                                                    } else {
                                                      var valid20 = true;
                                                    }
                                                  }
                                                }
                                              }
                                              var valid4 = _errs63 === errors;
                                            } else {
                                              var valid4 = true;
                                            }
                                            if (valid4) {
                                              if (data20.conductivity !== void 0) {
                                                let data45 = data20.conductivity;
                                                const _errs67 = errors;
                                                if (!validate59(data45, { instancePath: instancePath + "/results/conductivity", parentData: data20, parentDataProperty: "conductivity", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                  errors = vErrors.length;
                                                }
                                                if (errors === _errs67) {
                                                  if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                                                    if (data45.unit !== void 0) {
                                                      const _errs69 = errors;
                                                      if ("μS/cm" !== data45.unit) {
                                                        validate52.errors = [{ instancePath: instancePath + "/results/conductivity/unit", schemaPath: "#/properties/results/properties/conductivity/properties/unit/const", keyword: "const", params: { allowedValue: "μS/cm" }, message: "must be equal to constant" }];
                                                        return false;
                                                      }
                                                      var valid22 = _errs69 === errors;
                                                    } else {
                                                      var valid22 = true;
                                                    }
                                                    if (valid22) {
                                                      if (data45.value !== void 0) {
                                                        let data47 = data45.value;
                                                        const _errs70 = errors;
                                                        if (typeof data47 == "number" && isFinite(data47)) {
                                                          if (data47 > 1e6 || isNaN(data47)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/results/conductivity/value", schemaPath: "#/properties/results/properties/conductivity/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" }];
                                                            return false;
                                                          } else {
                                                            if (data47 < 0 || isNaN(data47)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/results/conductivity/value", schemaPath: "#/properties/results/properties/conductivity/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                        var valid22 = _errs70 === errors;
                                                      } else {
                                                        var valid22 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                                var valid4 = _errs67 === errors;
                                              } else {
                                                var valid4 = true;
                                              }
                                              if (valid4) {
                                                if (data20.cr6 !== void 0) {
                                                  let data48 = data20.cr6;
                                                  const _errs71 = errors;
                                                  if (!validate59(data48, { instancePath: instancePath + "/results/cr6", parentData: data20, parentDataProperty: "cr6", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  if (errors === _errs71) {
                                                    if (data48 && typeof data48 == "object" && !Array.isArray(data48)) {
                                                      if (data48.unit !== void 0) {
                                                        const _errs73 = errors;
                                                        if ("mg/L" !== data48.unit) {
                                                          validate52.errors = [{ instancePath: instancePath + "/results/cr6/unit", schemaPath: "#/properties/results/properties/cr6/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                          return false;
                                                        }
                                                        var valid24 = _errs73 === errors;
                                                      } else {
                                                        var valid24 = true;
                                                      }
                                                      if (valid24) {
                                                        if (data48.value !== void 0) {
                                                          let data50 = data48.value;
                                                          const _errs74 = errors;
                                                          if (typeof data50 == "number" && isFinite(data50)) {
                                                            if (data50 > 1e3 || isNaN(data50)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/results/cr6/value", schemaPath: "#/properties/results/properties/cr6/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                                              return false;
                                                            } else {
                                                              if (data50 < 0 || isNaN(data50)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/results/cr6/value", schemaPath: "#/properties/results/properties/cr6/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                return false;
                                                              }
                                                            }
                                                          }
                                                          var valid24 = _errs74 === errors;
                                                        } else {
                                                          var valid24 = true;
                                                        }
                                                      }
                                                    }
                                                  }
                                                  var valid4 = _errs71 === errors;
                                                } else {
                                                  var valid4 = true;
                                                }
                                                if (valid4) {
                                                  if (data20.cu !== void 0) {
                                                    let data51 = data20.cu;
                                                    const _errs75 = errors;
                                                    if (!validate59(data51, { instancePath: instancePath + "/results/cu", parentData: data20, parentDataProperty: "cu", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    if (errors === _errs75) {
                                                      if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
                                                        if (data51.unit !== void 0) {
                                                          const _errs77 = errors;
                                                          if ("mg/L" !== data51.unit) {
                                                            validate52.errors = [{ instancePath: instancePath + "/results/cu/unit", schemaPath: "#/properties/results/properties/cu/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                            return false;
                                                          }
                                                          var valid26 = _errs77 === errors;
                                                        } else {
                                                          var valid26 = true;
                                                        }
                                                        if (valid26) {
                                                          if (data51.value !== void 0) {
                                                            let data53 = data51.value;
                                                            const _errs78 = errors;
                                                            if (typeof data53 == "number" && isFinite(data53)) {
                                                              if (data53 > 1e4 || isNaN(data53)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/results/cu/value", schemaPath: "#/properties/results/properties/cu/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                return false;
                                                              } else {
                                                                if (data53 < 0 || isNaN(data53)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/results/cu/value", schemaPath: "#/properties/results/properties/cu/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                  return false;
                                                                }
                                                              }
                                                            }
                                                            var valid26 = _errs78 === errors;
                                                          } else {
                                                            var valid26 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                    var valid4 = _errs75 === errors;
                                                  } else {
                                                    var valid4 = true;
                                                  }
                                                  if (valid4) {
                                                    if (data20.do !== void 0) {
                                                      let data54 = data20.do;
                                                      const _errs79 = errors;
                                                      if (!validate59(data54, { instancePath: instancePath + "/results/do", parentData: data20, parentDataProperty: "do", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      if (errors === _errs79) {
                                                        if (data54 && typeof data54 == "object" && !Array.isArray(data54)) {
                                                          if (data54.unit !== void 0) {
                                                            const _errs81 = errors;
                                                            if ("mg/L" !== data54.unit) {
                                                              validate52.errors = [{ instancePath: instancePath + "/results/do/unit", schemaPath: "#/properties/results/properties/do/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                              return false;
                                                            }
                                                            var valid28 = _errs81 === errors;
                                                          } else {
                                                            var valid28 = true;
                                                          }
                                                          if (valid28) {
                                                            if (data54.value !== void 0) {
                                                              let data56 = data54.value;
                                                              const _errs82 = errors;
                                                              if (typeof data56 == "number" && isFinite(data56)) {
                                                                if (data56 > 60 || isNaN(data56)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/results/do/value", schemaPath: "#/properties/results/properties/do/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 60 }, message: "must be <= 60" }];
                                                                  return false;
                                                                } else {
                                                                  if (data56 < 0 || isNaN(data56)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/results/do/value", schemaPath: "#/properties/results/properties/do/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                    return false;
                                                                  }
                                                                }
                                                              }
                                                              var valid28 = _errs82 === errors;
                                                            } else {
                                                              var valid28 = true;
                                                            }
                                                          }
                                                        }
                                                      }
                                                      var valid4 = _errs79 === errors;
                                                    } else {
                                                      var valid4 = true;
                                                    }
                                                    if (valid4) {
                                                      if (data20.fc !== void 0) {
                                                        let data57 = data20.fc;
                                                        const _errs83 = errors;
                                                        if (!validate59(data57, { instancePath: instancePath + "/results/fc", parentData: data20, parentDataProperty: "fc", rootData, dynamicAnchors })) {
                                                          vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        if (errors === _errs83) {
                                                          if (data57 && typeof data57 == "object" && !Array.isArray(data57)) {
                                                            if (data57.unit !== void 0) {
                                                              const _errs85 = errors;
                                                              if ("个/L" !== data57.unit) {
                                                                validate52.errors = [{ instancePath: instancePath + "/results/fc/unit", schemaPath: "#/properties/results/properties/fc/properties/unit/const", keyword: "const", params: { allowedValue: "个/L" }, message: "must be equal to constant" }];
                                                                return false;
                                                              }
                                                              var valid30 = _errs85 === errors;
                                                            } else {
                                                              var valid30 = true;
                                                            }
                                                            if (valid30) {
                                                              if (data57.value !== void 0) {
                                                                let data59 = data57.value;
                                                                const _errs86 = errors;
                                                                if (typeof data59 == "number" && isFinite(data59)) {
                                                                  if (data59 > 1e12 || isNaN(data59)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/results/fc/value", schemaPath: "#/properties/results/properties/fc/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e12 }, message: "must be <= 1000000000000" }];
                                                                    return false;
                                                                  } else {
                                                                    if (data59 < 0 || isNaN(data59)) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/results/fc/value", schemaPath: "#/properties/results/properties/fc/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                }
                                                                var valid30 = _errs86 === errors;
                                                              } else {
                                                                var valid30 = true;
                                                              }
                                                            }
                                                          }
                                                        }
                                                        var valid4 = _errs83 === errors;
                                                      } else {
                                                        var valid4 = true;
                                                      }
                                                      if (valid4) {
                                                        if (data20.flow !== void 0) {
                                                          let data60 = data20.flow;
                                                          const _errs87 = errors;
                                                          if (!validate59(data60, { instancePath: instancePath + "/results/flow", parentData: data20, parentDataProperty: "flow", rootData, dynamicAnchors })) {
                                                            vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                            errors = vErrors.length;
                                                          }
                                                          if (errors === _errs87) {
                                                            if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
                                                              if (data60.unit !== void 0) {
                                                                const _errs89 = errors;
                                                                if ("m³/s" !== data60.unit) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/results/flow/unit", schemaPath: "#/properties/results/properties/flow/properties/unit/const", keyword: "const", params: { allowedValue: "m³/s" }, message: "must be equal to constant" }];
                                                                  return false;
                                                                }
                                                                var valid32 = _errs89 === errors;
                                                              } else {
                                                                var valid32 = true;
                                                              }
                                                              if (valid32) {
                                                                if (data60.value !== void 0) {
                                                                  let data62 = data60.value;
                                                                  const _errs90 = errors;
                                                                  if (typeof data62 == "number" && isFinite(data62)) {
                                                                    if (data62 > 1e6 || isNaN(data62)) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/results/flow/value", schemaPath: "#/properties/results/properties/flow/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" }];
                                                                      return false;
                                                                    } else {
                                                                      if (data62 < -1e6 || isNaN(data62)) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/results/flow/value", schemaPath: "#/properties/results/properties/flow/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: -1e6 }, message: "must be >= -1000000" }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                  }
                                                                  var valid32 = _errs90 === errors;
                                                                } else {
                                                                  var valid32 = true;
                                                                }
                                                              }
                                                            }
                                                          }
                                                          var valid4 = _errs87 === errors;
                                                        } else {
                                                          var valid4 = true;
                                                        }
                                                        if (valid4) {
                                                          if (data20.fluoride !== void 0) {
                                                            let data63 = data20.fluoride;
                                                            const _errs91 = errors;
                                                            if (!validate59(data63, { instancePath: instancePath + "/results/fluoride", parentData: data20, parentDataProperty: "fluoride", rootData, dynamicAnchors })) {
                                                              vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                              errors = vErrors.length;
                                                            }
                                                            if (errors === _errs91) {
                                                              if (data63 && typeof data63 == "object" && !Array.isArray(data63)) {
                                                                if (data63.unit !== void 0) {
                                                                  const _errs93 = errors;
                                                                  if ("mg/L" !== data63.unit) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/results/fluoride/unit", schemaPath: "#/properties/results/properties/fluoride/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                    return false;
                                                                  }
                                                                  var valid34 = _errs93 === errors;
                                                                } else {
                                                                  var valid34 = true;
                                                                }
                                                                if (valid34) {
                                                                  if (data63.value !== void 0) {
                                                                    let data65 = data63.value;
                                                                    const _errs94 = errors;
                                                                    if (typeof data65 == "number" && isFinite(data65)) {
                                                                      if (data65 > 1e4 || isNaN(data65)) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/results/fluoride/value", schemaPath: "#/properties/results/properties/fluoride/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                        return false;
                                                                      } else {
                                                                        if (data65 < 0 || isNaN(data65)) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/results/fluoride/value", schemaPath: "#/properties/results/properties/fluoride/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                    }
                                                                    var valid34 = _errs94 === errors;
                                                                  } else {
                                                                    var valid34 = true;
                                                                  }
                                                                }
                                                              }
                                                            }
                                                            var valid4 = _errs91 === errors;
                                                          } else {
                                                            var valid4 = true;
                                                          }
                                                          if (valid4) {
                                                            if (data20.hg !== void 0) {
                                                              let data66 = data20.hg;
                                                              const _errs95 = errors;
                                                              if (!validate59(data66, { instancePath: instancePath + "/results/hg", parentData: data20, parentDataProperty: "hg", rootData, dynamicAnchors })) {
                                                                vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                errors = vErrors.length;
                                                              }
                                                              if (errors === _errs95) {
                                                                if (data66 && typeof data66 == "object" && !Array.isArray(data66)) {
                                                                  if (data66.unit !== void 0) {
                                                                    const _errs97 = errors;
                                                                    if ("mg/L" !== data66.unit) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/results/hg/unit", schemaPath: "#/properties/results/properties/hg/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                      return false;
                                                                    }
                                                                    var valid36 = _errs97 === errors;
                                                                  } else {
                                                                    var valid36 = true;
                                                                  }
                                                                  if (valid36) {
                                                                    if (data66.value !== void 0) {
                                                                      let data68 = data66.value;
                                                                      const _errs98 = errors;
                                                                      if (typeof data68 == "number" && isFinite(data68)) {
                                                                        if (data68 > 1e3 || isNaN(data68)) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/results/hg/value", schemaPath: "#/properties/results/properties/hg/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                                                          return false;
                                                                        } else {
                                                                          if (data68 < 0 || isNaN(data68)) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/results/hg/value", schemaPath: "#/properties/results/properties/hg/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid36 = _errs98 === errors;
                                                                    } else {
                                                                      var valid36 = true;
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                              var valid4 = _errs95 === errors;
                                                            } else {
                                                              var valid4 = true;
                                                            }
                                                            if (valid4) {
                                                              if (data20.las !== void 0) {
                                                                let data69 = data20.las;
                                                                const _errs99 = errors;
                                                                if (!validate59(data69, { instancePath: instancePath + "/results/las", parentData: data20, parentDataProperty: "las", rootData, dynamicAnchors })) {
                                                                  vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                  errors = vErrors.length;
                                                                }
                                                                if (errors === _errs99) {
                                                                  if (data69 && typeof data69 == "object" && !Array.isArray(data69)) {
                                                                    if (data69.unit !== void 0) {
                                                                      const _errs101 = errors;
                                                                      if ("mg/L" !== data69.unit) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/results/las/unit", schemaPath: "#/properties/results/properties/las/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                        return false;
                                                                      }
                                                                      var valid38 = _errs101 === errors;
                                                                    } else {
                                                                      var valid38 = true;
                                                                    }
                                                                    if (valid38) {
                                                                      if (data69.value !== void 0) {
                                                                        let data71 = data69.value;
                                                                        const _errs102 = errors;
                                                                        if (typeof data71 == "number" && isFinite(data71)) {
                                                                          if (data71 > 1e4 || isNaN(data71)) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/results/las/value", schemaPath: "#/properties/results/properties/las/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                            return false;
                                                                          } else {
                                                                            if (data71 < 0 || isNaN(data71)) {
                                                                              validate52.errors = [{ instancePath: instancePath + "/results/las/value", schemaPath: "#/properties/results/properties/las/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                              return false;
                                                                            }
                                                                          }
                                                                        }
                                                                        var valid38 = _errs102 === errors;
                                                                      } else {
                                                                        var valid38 = true;
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                                var valid4 = _errs99 === errors;
                                                              } else {
                                                                var valid4 = true;
                                                              }
                                                              if (valid4) {
                                                                if (data20.level !== void 0) {
                                                                  let data72 = data20.level;
                                                                  const _errs103 = errors;
                                                                  if (!validate59(data72, { instancePath: instancePath + "/results/level", parentData: data20, parentDataProperty: "level", rootData, dynamicAnchors })) {
                                                                    vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                    errors = vErrors.length;
                                                                  }
                                                                  if (errors === _errs103) {
                                                                    if (data72 && typeof data72 == "object" && !Array.isArray(data72)) {
                                                                      if (data72.unit !== void 0) {
                                                                        const _errs105 = errors;
                                                                        if ("m" !== data72.unit) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/results/level/unit", schemaPath: "#/properties/results/properties/level/properties/unit/const", keyword: "const", params: { allowedValue: "m" }, message: "must be equal to constant" }];
                                                                          return false;
                                                                        }
                                                                        var valid40 = _errs105 === errors;
                                                                      } else {
                                                                        var valid40 = true;
                                                                      }
                                                                      if (valid40) {
                                                                        if (data72.value !== void 0) {
                                                                          let data74 = data72.value;
                                                                          const _errs106 = errors;
                                                                          if (typeof data74 == "number" && isFinite(data74)) {
                                                                            if (data74 > 9e3 || isNaN(data74)) {
                                                                              validate52.errors = [{ instancePath: instancePath + "/results/level/value", schemaPath: "#/properties/results/properties/level/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9e3 }, message: "must be <= 9000" }];
                                                                              return false;
                                                                            } else {
                                                                              if (data74 < -500 || isNaN(data74)) {
                                                                                validate52.errors = [{ instancePath: instancePath + "/results/level/value", schemaPath: "#/properties/results/properties/level/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: -500 }, message: "must be >= -500" }];
                                                                                return false;
                                                                              }
                                                                            }
                                                                          }
                                                                          var valid40 = _errs106 === errors;
                                                                        } else {
                                                                          var valid40 = true;
                                                                        }
                                                                      }
                                                                    }
                                                                  }
                                                                  var valid4 = _errs103 === errors;
                                                                } else {
                                                                  var valid4 = true;
                                                                }
                                                                if (valid4) {
                                                                  if (data20.nh3n !== void 0) {
                                                                    let data75 = data20.nh3n;
                                                                    const _errs107 = errors;
                                                                    if (!validate59(data75, { instancePath: instancePath + "/results/nh3n", parentData: data20, parentDataProperty: "nh3n", rootData, dynamicAnchors })) {
                                                                      vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                      errors = vErrors.length;
                                                                    }
                                                                    if (errors === _errs107) {
                                                                      if (data75 && typeof data75 == "object" && !Array.isArray(data75)) {
                                                                        if (data75.unit !== void 0) {
                                                                          const _errs109 = errors;
                                                                          if ("mg/L" !== data75.unit) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/results/nh3n/unit", schemaPath: "#/properties/results/properties/nh3n/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                            return false;
                                                                          }
                                                                          var valid42 = _errs109 === errors;
                                                                        } else {
                                                                          var valid42 = true;
                                                                        }
                                                                        if (valid42) {
                                                                          if (data75.value !== void 0) {
                                                                            let data77 = data75.value;
                                                                            const _errs110 = errors;
                                                                            if (typeof data77 == "number" && isFinite(data77)) {
                                                                              if (data77 > 1e4 || isNaN(data77)) {
                                                                                validate52.errors = [{ instancePath: instancePath + "/results/nh3n/value", schemaPath: "#/properties/results/properties/nh3n/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                                return false;
                                                                              } else {
                                                                                if (data77 < 0 || isNaN(data77)) {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/results/nh3n/value", schemaPath: "#/properties/results/properties/nh3n/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                  return false;
                                                                                }
                                                                              }
                                                                            }
                                                                            var valid42 = _errs110 === errors;
                                                                          } else {
                                                                            var valid42 = true;
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                    var valid4 = _errs107 === errors;
                                                                  } else {
                                                                    var valid4 = true;
                                                                  }
                                                                  if (valid4) {
                                                                    if (data20.oil !== void 0) {
                                                                      let data78 = data20.oil;
                                                                      const _errs111 = errors;
                                                                      if (!validate59(data78, { instancePath: instancePath + "/results/oil", parentData: data20, parentDataProperty: "oil", rootData, dynamicAnchors })) {
                                                                        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                        errors = vErrors.length;
                                                                      }
                                                                      if (errors === _errs111) {
                                                                        if (data78 && typeof data78 == "object" && !Array.isArray(data78)) {
                                                                          if (data78.unit !== void 0) {
                                                                            const _errs113 = errors;
                                                                            if ("mg/L" !== data78.unit) {
                                                                              validate52.errors = [{ instancePath: instancePath + "/results/oil/unit", schemaPath: "#/properties/results/properties/oil/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                              return false;
                                                                            }
                                                                            var valid44 = _errs113 === errors;
                                                                          } else {
                                                                            var valid44 = true;
                                                                          }
                                                                          if (valid44) {
                                                                            if (data78.value !== void 0) {
                                                                              let data80 = data78.value;
                                                                              const _errs114 = errors;
                                                                              if (typeof data80 == "number" && isFinite(data80)) {
                                                                                if (data80 > 1e4 || isNaN(data80)) {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/results/oil/value", schemaPath: "#/properties/results/properties/oil/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                                  return false;
                                                                                } else {
                                                                                  if (data80 < 0 || isNaN(data80)) {
                                                                                    validate52.errors = [{ instancePath: instancePath + "/results/oil/value", schemaPath: "#/properties/results/properties/oil/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                    return false;
                                                                                  }
                                                                                }
                                                                              }
                                                                              var valid44 = _errs114 === errors;
                                                                            } else {
                                                                              var valid44 = true;
                                                                            }
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid4 = _errs111 === errors;
                                                                    } else {
                                                                      var valid4 = true;
                                                                    }
                                                                    if (valid4) {
                                                                      if (data20.pH !== void 0) {
                                                                        let data81 = data20.pH;
                                                                        const _errs115 = errors;
                                                                        if (!validate59(data81, { instancePath: instancePath + "/results/pH", parentData: data20, parentDataProperty: "pH", rootData, dynamicAnchors })) {
                                                                          vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                          errors = vErrors.length;
                                                                        }
                                                                        if (errors === _errs115) {
                                                                          if (data81 && typeof data81 == "object" && !Array.isArray(data81)) {
                                                                            if (data81.unit !== void 0) {
                                                                              const _errs117 = errors;
                                                                              if ("无量纲" !== data81.unit) {
                                                                                validate52.errors = [{ instancePath: instancePath + "/results/pH/unit", schemaPath: "#/properties/results/properties/pH/properties/unit/const", keyword: "const", params: { allowedValue: "无量纲" }, message: "must be equal to constant" }];
                                                                                return false;
                                                                              }
                                                                              var valid46 = _errs117 === errors;
                                                                            } else {
                                                                              var valid46 = true;
                                                                            }
                                                                            if (valid46) {
                                                                              if (data81.value !== void 0) {
                                                                                let data83 = data81.value;
                                                                                const _errs118 = errors;
                                                                                if (typeof data83 == "number" && isFinite(data83)) {
                                                                                  if (data83 > 14 || isNaN(data83)) {
                                                                                    validate52.errors = [{ instancePath: instancePath + "/results/pH/value", schemaPath: "#/properties/results/properties/pH/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 14 }, message: "must be <= 14" }];
                                                                                    return false;
                                                                                  } else {
                                                                                    if (data83 < 0 || isNaN(data83)) {
                                                                                      validate52.errors = [{ instancePath: instancePath + "/results/pH/value", schemaPath: "#/properties/results/properties/pH/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                      return false;
                                                                                    }
                                                                                  }
                                                                                }
                                                                                var valid46 = _errs118 === errors;
                                                                              } else {
                                                                                var valid46 = true;
                                                                              }
                                                                            }
                                                                          }
                                                                        }
                                                                        var valid4 = _errs115 === errors;
                                                                      } else {
                                                                        var valid4 = true;
                                                                      }
                                                                      if (valid4) {
                                                                        if (data20.pb !== void 0) {
                                                                          let data84 = data20.pb;
                                                                          const _errs119 = errors;
                                                                          if (!validate59(data84, { instancePath: instancePath + "/results/pb", parentData: data20, parentDataProperty: "pb", rootData, dynamicAnchors })) {
                                                                            vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                            errors = vErrors.length;
                                                                          }
                                                                          if (errors === _errs119) {
                                                                            if (data84 && typeof data84 == "object" && !Array.isArray(data84)) {
                                                                              if (data84.unit !== void 0) {
                                                                                const _errs121 = errors;
                                                                                if ("mg/L" !== data84.unit) {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/results/pb/unit", schemaPath: "#/properties/results/properties/pb/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                                  return false;
                                                                                }
                                                                                var valid48 = _errs121 === errors;
                                                                              } else {
                                                                                var valid48 = true;
                                                                              }
                                                                              if (valid48) {
                                                                                if (data84.value !== void 0) {
                                                                                  let data86 = data84.value;
                                                                                  const _errs122 = errors;
                                                                                  if (typeof data86 == "number" && isFinite(data86)) {
                                                                                    if (data86 > 1e3 || isNaN(data86)) {
                                                                                      validate52.errors = [{ instancePath: instancePath + "/results/pb/value", schemaPath: "#/properties/results/properties/pb/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                                                                      return false;
                                                                                    } else {
                                                                                      if (data86 < 0 || isNaN(data86)) {
                                                                                        validate52.errors = [{ instancePath: instancePath + "/results/pb/value", schemaPath: "#/properties/results/properties/pb/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                        return false;
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                  var valid48 = _errs122 === errors;
                                                                                } else {
                                                                                  var valid48 = true;
                                                                                }
                                                                              }
                                                                            }
                                                                          }
                                                                          var valid4 = _errs119 === errors;
                                                                        } else {
                                                                          var valid4 = true;
                                                                        }
                                                                        if (valid4) {
                                                                          if (data20.phenol !== void 0) {
                                                                            let data87 = data20.phenol;
                                                                            const _errs123 = errors;
                                                                            if (!validate59(data87, { instancePath: instancePath + "/results/phenol", parentData: data20, parentDataProperty: "phenol", rootData, dynamicAnchors })) {
                                                                              vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                              errors = vErrors.length;
                                                                            }
                                                                            if (errors === _errs123) {
                                                                              if (data87 && typeof data87 == "object" && !Array.isArray(data87)) {
                                                                                if (data87.unit !== void 0) {
                                                                                  const _errs125 = errors;
                                                                                  if ("mg/L" !== data87.unit) {
                                                                                    validate52.errors = [{ instancePath: instancePath + "/results/phenol/unit", schemaPath: "#/properties/results/properties/phenol/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                                    return false;
                                                                                  }
                                                                                  var valid50 = _errs125 === errors;
                                                                                } else {
                                                                                  var valid50 = true;
                                                                                }
                                                                                if (valid50) {
                                                                                  if (data87.value !== void 0) {
                                                                                    let data89 = data87.value;
                                                                                    const _errs126 = errors;
                                                                                    if (typeof data89 == "number" && isFinite(data89)) {
                                                                                      if (data89 > 1e3 || isNaN(data89)) {
                                                                                        validate52.errors = [{ instancePath: instancePath + "/results/phenol/value", schemaPath: "#/properties/results/properties/phenol/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                                                                        return false;
                                                                                      } else {
                                                                                        if (data89 < 0 || isNaN(data89)) {
                                                                                          validate52.errors = [{ instancePath: instancePath + "/results/phenol/value", schemaPath: "#/properties/results/properties/phenol/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                          return false;
                                                                                        }
                                                                                      }
                                                                                    }
                                                                                    var valid50 = _errs126 === errors;
                                                                                  } else {
                                                                                    var valid50 = true;
                                                                                  }
                                                                                }
                                                                              }
                                                                            }
                                                                            var valid4 = _errs123 === errors;
                                                                          } else {
                                                                            var valid4 = true;
                                                                          }
                                                                          if (valid4) {
                                                                            if (data20.se !== void 0) {
                                                                              let data90 = data20.se;
                                                                              const _errs127 = errors;
                                                                              if (!validate59(data90, { instancePath: instancePath + "/results/se", parentData: data20, parentDataProperty: "se", rootData, dynamicAnchors })) {
                                                                                vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                                errors = vErrors.length;
                                                                              }
                                                                              if (errors === _errs127) {
                                                                                if (data90 && typeof data90 == "object" && !Array.isArray(data90)) {
                                                                                  if (data90.unit !== void 0) {
                                                                                    const _errs129 = errors;
                                                                                    if ("mg/L" !== data90.unit) {
                                                                                      validate52.errors = [{ instancePath: instancePath + "/results/se/unit", schemaPath: "#/properties/results/properties/se/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                                      return false;
                                                                                    }
                                                                                    var valid52 = _errs129 === errors;
                                                                                  } else {
                                                                                    var valid52 = true;
                                                                                  }
                                                                                  if (valid52) {
                                                                                    if (data90.value !== void 0) {
                                                                                      let data92 = data90.value;
                                                                                      const _errs130 = errors;
                                                                                      if (typeof data92 == "number" && isFinite(data92)) {
                                                                                        if (data92 > 1e3 || isNaN(data92)) {
                                                                                          validate52.errors = [{ instancePath: instancePath + "/results/se/value", schemaPath: "#/properties/results/properties/se/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                                                                          return false;
                                                                                        } else {
                                                                                          if (data92 < 0 || isNaN(data92)) {
                                                                                            validate52.errors = [{ instancePath: instancePath + "/results/se/value", schemaPath: "#/properties/results/properties/se/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                            return false;
                                                                                          }
                                                                                        }
                                                                                      }
                                                                                      var valid52 = _errs130 === errors;
                                                                                    } else {
                                                                                      var valid52 = true;
                                                                                    }
                                                                                  }
                                                                                }
                                                                              }
                                                                              var valid4 = _errs127 === errors;
                                                                            } else {
                                                                              var valid4 = true;
                                                                            }
                                                                            if (valid4) {
                                                                              if (data20.sulfide !== void 0) {
                                                                                let data93 = data20.sulfide;
                                                                                const _errs131 = errors;
                                                                                if (!validate59(data93, { instancePath: instancePath + "/results/sulfide", parentData: data20, parentDataProperty: "sulfide", rootData, dynamicAnchors })) {
                                                                                  vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                                  errors = vErrors.length;
                                                                                }
                                                                                if (errors === _errs131) {
                                                                                  if (data93 && typeof data93 == "object" && !Array.isArray(data93)) {
                                                                                    if (data93.unit !== void 0) {
                                                                                      const _errs133 = errors;
                                                                                      if ("mg/L" !== data93.unit) {
                                                                                        validate52.errors = [{ instancePath: instancePath + "/results/sulfide/unit", schemaPath: "#/properties/results/properties/sulfide/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                                        return false;
                                                                                      }
                                                                                      var valid54 = _errs133 === errors;
                                                                                    } else {
                                                                                      var valid54 = true;
                                                                                    }
                                                                                    if (valid54) {
                                                                                      if (data93.value !== void 0) {
                                                                                        let data95 = data93.value;
                                                                                        const _errs134 = errors;
                                                                                        if (typeof data95 == "number" && isFinite(data95)) {
                                                                                          if (data95 > 1e4 || isNaN(data95)) {
                                                                                            validate52.errors = [{ instancePath: instancePath + "/results/sulfide/value", schemaPath: "#/properties/results/properties/sulfide/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                                            return false;
                                                                                          } else {
                                                                                            if (data95 < 0 || isNaN(data95)) {
                                                                                              validate52.errors = [{ instancePath: instancePath + "/results/sulfide/value", schemaPath: "#/properties/results/properties/sulfide/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                              return false;
                                                                                            }
                                                                                          }
                                                                                        }
                                                                                        var valid54 = _errs134 === errors;
                                                                                      } else {
                                                                                        var valid54 = true;
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                }
                                                                                var valid4 = _errs131 === errors;
                                                                              } else {
                                                                                var valid4 = true;
                                                                              }
                                                                              if (valid4) {
                                                                                if (data20.tn !== void 0) {
                                                                                  let data96 = data20.tn;
                                                                                  const _errs135 = errors;
                                                                                  if (!validate59(data96, { instancePath: instancePath + "/results/tn", parentData: data20, parentDataProperty: "tn", rootData, dynamicAnchors })) {
                                                                                    vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                                    errors = vErrors.length;
                                                                                  }
                                                                                  if (errors === _errs135) {
                                                                                    if (data96 && typeof data96 == "object" && !Array.isArray(data96)) {
                                                                                      if (data96.unit !== void 0) {
                                                                                        const _errs137 = errors;
                                                                                        if ("mg/L" !== data96.unit) {
                                                                                          validate52.errors = [{ instancePath: instancePath + "/results/tn/unit", schemaPath: "#/properties/results/properties/tn/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                                          return false;
                                                                                        }
                                                                                        var valid56 = _errs137 === errors;
                                                                                      } else {
                                                                                        var valid56 = true;
                                                                                      }
                                                                                      if (valid56) {
                                                                                        if (data96.value !== void 0) {
                                                                                          let data98 = data96.value;
                                                                                          const _errs138 = errors;
                                                                                          if (typeof data98 == "number" && isFinite(data98)) {
                                                                                            if (data98 > 1e4 || isNaN(data98)) {
                                                                                              validate52.errors = [{ instancePath: instancePath + "/results/tn/value", schemaPath: "#/properties/results/properties/tn/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                                              return false;
                                                                                            } else {
                                                                                              if (data98 < 0 || isNaN(data98)) {
                                                                                                validate52.errors = [{ instancePath: instancePath + "/results/tn/value", schemaPath: "#/properties/results/properties/tn/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                                return false;
                                                                                              }
                                                                                            }
                                                                                          }
                                                                                          var valid56 = _errs138 === errors;
                                                                                        } else {
                                                                                          var valid56 = true;
                                                                                        }
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                  var valid4 = _errs135 === errors;
                                                                                } else {
                                                                                  var valid4 = true;
                                                                                }
                                                                                if (valid4) {
                                                                                  if (data20.tp !== void 0) {
                                                                                    let data99 = data20.tp;
                                                                                    const _errs139 = errors;
                                                                                    if (!validate59(data99, { instancePath: instancePath + "/results/tp", parentData: data20, parentDataProperty: "tp", rootData, dynamicAnchors })) {
                                                                                      vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                                      errors = vErrors.length;
                                                                                    }
                                                                                    if (errors === _errs139) {
                                                                                      if (data99 && typeof data99 == "object" && !Array.isArray(data99)) {
                                                                                        if (data99.unit !== void 0) {
                                                                                          const _errs141 = errors;
                                                                                          if ("mg/L" !== data99.unit) {
                                                                                            validate52.errors = [{ instancePath: instancePath + "/results/tp/unit", schemaPath: "#/properties/results/properties/tp/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                                            return false;
                                                                                          }
                                                                                          var valid58 = _errs141 === errors;
                                                                                        } else {
                                                                                          var valid58 = true;
                                                                                        }
                                                                                        if (valid58) {
                                                                                          if (data99.value !== void 0) {
                                                                                            let data101 = data99.value;
                                                                                            const _errs142 = errors;
                                                                                            if (typeof data101 == "number" && isFinite(data101)) {
                                                                                              if (data101 > 1e3 || isNaN(data101)) {
                                                                                                validate52.errors = [{ instancePath: instancePath + "/results/tp/value", schemaPath: "#/properties/results/properties/tp/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" }];
                                                                                                return false;
                                                                                              } else {
                                                                                                if (data101 < 0 || isNaN(data101)) {
                                                                                                  validate52.errors = [{ instancePath: instancePath + "/results/tp/value", schemaPath: "#/properties/results/properties/tp/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                                  return false;
                                                                                                }
                                                                                              }
                                                                                            }
                                                                                            var valid58 = _errs142 === errors;
                                                                                          } else {
                                                                                            var valid58 = true;
                                                                                          }
                                                                                        }
                                                                                      }
                                                                                    }
                                                                                    var valid4 = _errs139 === errors;
                                                                                  } else {
                                                                                    var valid4 = true;
                                                                                  }
                                                                                  if (valid4) {
                                                                                    if (data20.turbidity !== void 0) {
                                                                                      let data102 = data20.turbidity;
                                                                                      const _errs143 = errors;
                                                                                      if (!validate59(data102, { instancePath: instancePath + "/results/turbidity", parentData: data20, parentDataProperty: "turbidity", rootData, dynamicAnchors })) {
                                                                                        vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                                        errors = vErrors.length;
                                                                                      }
                                                                                      if (errors === _errs143) {
                                                                                        if (data102 && typeof data102 == "object" && !Array.isArray(data102)) {
                                                                                          if (data102.unit !== void 0) {
                                                                                            const _errs145 = errors;
                                                                                            if ("NTU" !== data102.unit) {
                                                                                              validate52.errors = [{ instancePath: instancePath + "/results/turbidity/unit", schemaPath: "#/properties/results/properties/turbidity/properties/unit/const", keyword: "const", params: { allowedValue: "NTU" }, message: "must be equal to constant" }];
                                                                                              return false;
                                                                                            }
                                                                                            var valid60 = _errs145 === errors;
                                                                                          } else {
                                                                                            var valid60 = true;
                                                                                          }
                                                                                          if (valid60) {
                                                                                            if (data102.value !== void 0) {
                                                                                              let data104 = data102.value;
                                                                                              const _errs146 = errors;
                                                                                              if (typeof data104 == "number" && isFinite(data104)) {
                                                                                                if (data104 > 1e6 || isNaN(data104)) {
                                                                                                  validate52.errors = [{ instancePath: instancePath + "/results/turbidity/value", schemaPath: "#/properties/results/properties/turbidity/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, message: "must be <= 1000000" }];
                                                                                                  return false;
                                                                                                } else {
                                                                                                  if (data104 < 0 || isNaN(data104)) {
                                                                                                    validate52.errors = [{ instancePath: instancePath + "/results/turbidity/value", schemaPath: "#/properties/results/properties/turbidity/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                                    return false;
                                                                                                  }
                                                                                                }
                                                                                              }
                                                                                              var valid60 = _errs146 === errors;
                                                                                            } else {
                                                                                              var valid60 = true;
                                                                                            }
                                                                                          }
                                                                                        }
                                                                                      }
                                                                                      var valid4 = _errs143 === errors;
                                                                                    } else {
                                                                                      var valid4 = true;
                                                                                    }
                                                                                    if (valid4) {
                                                                                      if (data20.waterTemp !== void 0) {
                                                                                        let data105 = data20.waterTemp;
                                                                                        const _errs147 = errors;
                                                                                        if (!validate59(data105, { instancePath: instancePath + "/results/waterTemp", parentData: data20, parentDataProperty: "waterTemp", rootData, dynamicAnchors })) {
                                                                                          vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                                          errors = vErrors.length;
                                                                                        }
                                                                                        if (errors === _errs147) {
                                                                                          if (data105 && typeof data105 == "object" && !Array.isArray(data105)) {
                                                                                            if (data105.unit !== void 0) {
                                                                                              const _errs149 = errors;
                                                                                              if ("℃" !== data105.unit) {
                                                                                                validate52.errors = [{ instancePath: instancePath + "/results/waterTemp/unit", schemaPath: "#/properties/results/properties/waterTemp/properties/unit/const", keyword: "const", params: { allowedValue: "℃" }, message: "must be equal to constant" }];
                                                                                                return false;
                                                                                              }
                                                                                              var valid62 = _errs149 === errors;
                                                                                            } else {
                                                                                              var valid62 = true;
                                                                                            }
                                                                                            if (valid62) {
                                                                                              if (data105.value !== void 0) {
                                                                                                let data107 = data105.value;
                                                                                                const _errs150 = errors;
                                                                                                if (typeof data107 == "number" && isFinite(data107)) {
                                                                                                  if (data107 > 60 || isNaN(data107)) {
                                                                                                    validate52.errors = [{ instancePath: instancePath + "/results/waterTemp/value", schemaPath: "#/properties/results/properties/waterTemp/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 60 }, message: "must be <= 60" }];
                                                                                                    return false;
                                                                                                  } else {
                                                                                                    if (data107 < -5 || isNaN(data107)) {
                                                                                                      validate52.errors = [{ instancePath: instancePath + "/results/waterTemp/value", schemaPath: "#/properties/results/properties/waterTemp/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: -5 }, message: "must be >= -5" }];
                                                                                                      return false;
                                                                                                    }
                                                                                                  }
                                                                                                }
                                                                                                var valid62 = _errs150 === errors;
                                                                                              } else {
                                                                                                var valid62 = true;
                                                                                              }
                                                                                            }
                                                                                          }
                                                                                        }
                                                                                        var valid4 = _errs147 === errors;
                                                                                      } else {
                                                                                        var valid4 = true;
                                                                                      }
                                                                                      if (valid4) {
                                                                                        if (data20.zn !== void 0) {
                                                                                          let data108 = data20.zn;
                                                                                          const _errs151 = errors;
                                                                                          if (!validate59(data108, { instancePath: instancePath + "/results/zn", parentData: data20, parentDataProperty: "zn", rootData, dynamicAnchors })) {
                                                                                            vErrors = vErrors === null ? validate59.errors : vErrors.concat(validate59.errors);
                                                                                            errors = vErrors.length;
                                                                                          }
                                                                                          if (errors === _errs151) {
                                                                                            if (data108 && typeof data108 == "object" && !Array.isArray(data108)) {
                                                                                              if (data108.unit !== void 0) {
                                                                                                const _errs153 = errors;
                                                                                                if ("mg/L" !== data108.unit) {
                                                                                                  validate52.errors = [{ instancePath: instancePath + "/results/zn/unit", schemaPath: "#/properties/results/properties/zn/properties/unit/const", keyword: "const", params: { allowedValue: "mg/L" }, message: "must be equal to constant" }];
                                                                                                  return false;
                                                                                                }
                                                                                                var valid64 = _errs153 === errors;
                                                                                              } else {
                                                                                                var valid64 = true;
                                                                                              }
                                                                                              if (valid64) {
                                                                                                if (data108.value !== void 0) {
                                                                                                  let data110 = data108.value;
                                                                                                  const _errs154 = errors;
                                                                                                  if (typeof data110 == "number" && isFinite(data110)) {
                                                                                                    if (data110 > 1e4 || isNaN(data110)) {
                                                                                                      validate52.errors = [{ instancePath: instancePath + "/results/zn/value", schemaPath: "#/properties/results/properties/zn/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                                                      return false;
                                                                                                    } else {
                                                                                                      if (data110 < 0 || isNaN(data110)) {
                                                                                                        validate52.errors = [{ instancePath: instancePath + "/results/zn/value", schemaPath: "#/properties/results/properties/zn/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                                        return false;
                                                                                                      }
                                                                                                    }
                                                                                                  }
                                                                                                  var valid64 = _errs154 === errors;
                                                                                                } else {
                                                                                                  var valid64 = true;
                                                                                                }
                                                                                              }
                                                                                            }
                                                                                          }
                                                                                          var valid4 = _errs151 === errors;
                                                                                        } else {
                                                                                          var valid4 = true;
                                                                                        }
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                }
                                                                              }
                                                                            }
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/results", schemaPath: "#/properties/results/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                          return false;
                        }
                      }
                      var valid0 = _errs32 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.originator !== void 0) {
                        let data111 = data.originator;
                        const _errs155 = errors;
                        if (!(data111 === "cnemc" || data111 === "cq" || data111 === "sc")) {
                          validate52.errors = [{ instancePath: instancePath + "/originator", schemaPath: "#/properties/originator/enum", keyword: "enum", params: { allowedValues: schema19.properties.originator.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid0 = _errs155 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.review !== void 0) {
                          let data112 = data.review;
                          const _errs156 = errors;
                          if (!(data112 === "raw" || data112 === "reviewed" || data112 === "final")) {
                            validate52.errors = [{ instancePath: instancePath + "/review", schemaPath: "#/properties/review/enum", keyword: "enum", params: { allowedValues: schema19.properties.review.enum }, message: "must be equal to one of the allowed values" }];
                            return false;
                          }
                          var valid0 = _errs156 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.publication !== void 0) {
                            let data113 = data.publication;
                            const _errs157 = errors;
                            if (!(data113 === "none" || data113 === "joint" || data113 === "public")) {
                              validate52.errors = [{ instancePath: instancePath + "/publication", schemaPath: "#/properties/publication/enum", keyword: "enum", params: { allowedValues: schema19.properties.publication.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid0 = _errs157 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.station !== void 0) {
                              let data114 = data.station;
                              const _errs158 = errors;
                              if (!(data114 === "normal" || data114 === "maintenance" || data114 === "not-ready" || data114 === "stopped" || data114 === "unknown")) {
                                validate52.errors = [{ instancePath: instancePath + "/station", schemaPath: "#/properties/station/enum", keyword: "enum", params: { allowedValues: schema19.properties.station.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid0 = _errs158 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.notes !== void 0) {
                                let data115 = data.notes;
                                const _errs159 = errors;
                                if (errors === _errs159) {
                                  if (Array.isArray(data115)) {
                                    if (data115.length > 64) {
                                      validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/maxItems", keyword: "maxItems", params: { limit: 64 }, message: "must NOT have more than 64 items" }];
                                      return false;
                                    } else {
                                      var valid65 = true;
                                      const len0 = data115.length;
                                      for (let i0 = 0; i0 < len0; i0++) {
                                        let data116 = data115[i0];
                                        const _errs161 = errors;
                                        if (errors === _errs161) {
                                          if (data116 && typeof data116 == "object" && !Array.isArray(data116)) {
                                            let missing4;
                                            if (data116.rule === void 0 && (missing4 = "rule")) {
                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                              return false;
                                            } else {
                                              const _errs163 = errors;
                                              for (const key5 in data116) {
                                                if (!(key5 === "field" || key5 === "rule" || key5 === "sent")) {
                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs163 === errors) {
                                                if (data116.field !== void 0) {
                                                  let data117 = data116.field;
                                                  const _errs164 = errors;
                                                  if (errors === _errs164) {
                                                    if (typeof data117 === "string") {
                                                      if (func2(data117) > 128) {
                                                        validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                                        return false;
                                                      } else {
                                                        if (!pattern5.test(data117)) {
                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' }];
                                                          return false;
                                                        }
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid66 = _errs164 === errors;
                                                } else {
                                                  var valid66 = true;
                                                }
                                                if (valid66) {
                                                  if (data116.rule !== void 0) {
                                                    let data118 = data116.rule;
                                                    const _errs166 = errors;
                                                    if (errors === _errs166) {
                                                      if (typeof data118 === "string") {
                                                        if (func2(data118) > 64) {
                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                          return false;
                                                        } else {
                                                          if (!pattern6.test(data118)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"' }];
                                                            return false;
                                                          }
                                                        }
                                                      } else {
                                                        validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid66 = _errs166 === errors;
                                                  } else {
                                                    var valid66 = true;
                                                  }
                                                  if (valid66) {
                                                    if (data116.sent !== void 0) {
                                                      let data119 = data116.sent;
                                                      const _errs168 = errors;
                                                      if (errors === _errs168) {
                                                        if (typeof data119 === "string") {
                                                          if (func2(data119) > 4096) {
                                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                                            return false;
                                                          }
                                                        } else {
                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid66 = _errs168 === errors;
                                                    } else {
                                                      var valid66 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          } else {
                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                            return false;
                                          }
                                        }
                                        var valid65 = _errs161 === errors;
                                        if (!valid65) {
                                          break;
                                        }
                                      }
                                    }
                                  } else {
                                    validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs159 === errors;
                              } else {
                                var valid0 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  stdin_default as default,
  validate
};
