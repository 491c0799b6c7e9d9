// Generated from air-forecast/v1.0.0.json by contracts/build.ts; do not edit.
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
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:chuanyu:contract:air-forecast:1.0.0", "title": "空气质量预报记录 · Air quality forecast record", "x-title": { "zh": "空气质量预报记录", "en": "Air quality forecast record" }, "type": "object", "additionalProperties": false, "required": ["aqi", "area", "class", "concentrations", "confidence", "horizonHours", "issued", "issuer", "notes", "primary", "standard", "text", "validDate"], "properties": { "area": { "title": "区域 · Area", "x-title": { "zh": "区域", "en": "Area" }, "type": "object", "additionalProperties": false, "required": ["id", "kind", "name", "party"], "x-source": "Register of divisions, the edition named in the receipt", "properties": { "id": { "title": "登记号 · Register id", "x-title": { "zh": "登记号", "en": "Register id" }, "description": "Id in the register of divisions: the code of GB/T 2260 where there is one (with the year it began where the code was used twice), else party and name.", "type": "string", "pattern": "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$" }, "kind": { "title": "类别 · Kind", "x-title": { "zh": "类别", "en": "Kind" }, "description": "city 市州, and Chongqing as a whole; county 区县; management 新区、高新区、经开区 without a code of their own; zone 预报片区.", "enum": ["city", "county", "management", "zone"] }, "name": { "title": "名称 · Name", "x-title": { "zh": "名称", "en": "Name" }, "type": "string", "minLength": 1, "maxLength": 64 }, "party": { "title": "所属方 · Side it belongs to", "x-title": { "zh": "所属方", "en": "Side it belongs to" }, "enum": ["cq", "sc"] } } }, "validDate": { "title": "预报日 · Valid date", "x-title": { "zh": "预报日", "en": "Valid date" }, "$ref": "#/$defs/day" }, "issued": { "title": "发布时间 · Time of issue", "x-title": { "zh": "发布时间", "en": "Time of issue" }, "$ref": "#/$defs/instant" }, "horizonHours": { "title": "预报时效（小时） · Horizon in hours", "x-title": { "zh": "预报时效（小时）", "en": "Horizon in hours" }, "description": "24 for the day after the day of issue, 48 for the next, and so on; 0 for the day of issue itself.", "enum": [0, 24, 48, 72, 96, 120, 144, 168, 192, 216, 240, 264, 288, 312, 336, 360] }, "issuer": { "title": "发布方 · Issuer", "x-title": { "zh": "发布方", "en": "Issuer" }, "type": "object", "additionalProperties": false, "required": ["office", "party"], "description": "The side that forecasts. For an area of the other side it is a second opinion.", "properties": { "office": { "title": "发布单位 · Issuing office", "x-title": { "zh": "发布单位", "en": "Issuing office" }, "description": "As the sender writes it; null when not stated.", "type": ["string", "null"], "minLength": 1, "maxLength": 64 }, "party": { "title": "方 · Side", "x-title": { "zh": "方", "en": "Side" }, "enum": ["cq", "sc"] } } }, "aqi": { "title": "AQI范围 · AQI range", "x-title": { "zh": "AQI范围", "en": "AQI range" }, "type": ["object", "null"], "additionalProperties": false, "required": ["max", "min"], "description": "Null where the forecast gives the class alone.", "x-source": "HJ 633, the edition of `standard`; cut off at 500", "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "type": "integer", "minimum": 0, "maximum": 500 }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "type": "integer", "minimum": 0, "maximum": 500 } } }, "class": { "title": "空气质量级别 · Class", "x-title": { "zh": "空气质量级别", "en": "Class" }, "type": "object", "additionalProperties": false, "required": ["max", "min", "reported"], "description": "By the AQI range where there is one, else as sent.", "x-source": "HJ 633, the edition of `standard`", "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "$ref": "#/$defs/class" }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "$ref": "#/$defs/class" }, "reported": { "title": "报送级别 · Class as sent", "x-title": { "zh": "报送级别", "en": "Class as sent" }, "type": ["object", "null"], "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "$ref": "#/$defs/class" }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "$ref": "#/$defs/class" } } } } }, "primary": { "title": "首要污染物 · Primary pollutants", "x-title": { "zh": "首要污染物", "en": "Primary pollutants" }, "description": "As sent, in that order; none where the whole range is at most 50.", "$ref": "#/$defs/pollutants" }, "concentrations": { "title": "浓度范围 · Concentrations", "x-title": { "zh": "浓度范围", "en": "Concentrations" }, "type": "object", "additionalProperties": false, "required": [], "description": "Of the day, where given: means, for ozone the maximum 8-hour mean.", "properties": { "co": { "title": "一氧化碳 · Carbon monoxide", "x-title": { "zh": "一氧化碳", "en": "Carbon monoxide" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/m³" }, "value": { "minimum": 0, "maximum": 90 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/m³" }, "value": { "minimum": 0, "maximum": 90 } } } }, "x-unit": "mg/m³", "x-source": "GB 3095; day means, for ozone the day’s maximum 8-hour mean" }, "no2": { "title": "二氧化氮 · Nitrogen dioxide", "x-title": { "zh": "二氧化氮", "en": "Nitrogen dioxide" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } } } }, "x-unit": "μg/m³", "x-source": "GB 3095; day means, for ozone the day’s maximum 8-hour mean" }, "o3": { "title": "臭氧 · Ozone", "x-title": { "zh": "臭氧", "en": "Ozone" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } } } }, "x-unit": "μg/m³", "x-source": "GB 3095; day means, for ozone the day’s maximum 8-hour mean" }, "pm10": { "title": "可吸入颗粒物(PM10) · Inhalable particles (PM10)", "x-title": { "zh": "可吸入颗粒物(PM10)", "en": "Inhalable particles (PM10)" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 2e4 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 2e4 } } } }, "x-unit": "μg/m³", "x-source": "GB 3095; day means, for ozone the day’s maximum 8-hour mean" }, "pm25": { "title": "细颗粒物(PM2.5) · Fine particles (PM2.5)", "x-title": { "zh": "细颗粒物(PM2.5)", "en": "Fine particles (PM2.5)" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } } } }, "x-unit": "μg/m³", "x-source": "GB 3095; day means, for ozone the day’s maximum 8-hour mean" }, "so2": { "title": "二氧化硫 · Sulfur dioxide", "x-title": { "zh": "二氧化硫", "en": "Sulfur dioxide" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } } } }, "x-unit": "μg/m³", "x-source": "GB 3095; day means, for ozone the day’s maximum 8-hour mean" } } }, "confidence": { "title": "预报信度 · Confidence", "x-title": { "zh": "预报信度", "en": "Confidence" }, "description": "high 高; medium 中; low 低; null when not stated.", "enum": ["high", "medium", "low", null] }, "standard": { "title": "评价标准 · Standard", "x-title": { "zh": "评价标准", "en": "Standard" }, "description": "The edition of the index the figures are in: as stated, else the one in force on the valid date.", "enum": ["HJ 633-2012", "HJ 633-2026"] }, "text": { "title": "文字预报原文 · Text as sent", "x-title": { "zh": "文字预报原文", "en": "Text as sent" }, "description": "The sentence a text forecast was read from; null for tables.", "type": ["string", "null"], "minLength": 1, "maxLength": 4096 }, "notes": { "title": "规范化说明 · Notes", "x-title": { "zh": "规范化说明", "en": "Notes" }, "description": "What normalisation changed, each by its rule.", "type": "array", "maxItems": 64, "items": { "type": "object", "additionalProperties": false, "required": ["rule"], "properties": { "field": { "type": "string", "maxLength": 128, "pattern": "^/" }, "rule": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 }, "sent": { "type": "string", "maxLength": 4096 } } } } }, "$defs": { "instant": { "type": "string", "description": "Asia/Shanghai, to the second.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$" }, "day": { "type": "string", "description": "A civil day of Asia/Shanghai.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, "class": { "enum": [1, 2, 3, 4, 5, 6], "description": "1 优, 2 良, 3 轻度污染, 4 中度污染, 5 重度污染, 6 严重污染." }, "pollutants": { "type": "array", "uniqueItems": true, "maxItems": 6, "items": { "enum": ["co", "no2", "o3", "pm10", "pm25", "so2"] } }, "result": { "title": "结果 · Result", "x-title": { "zh": "结果", "en": "Result" }, "type": "object", "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit. qualifier: null a figure; < below the figure; L below the detection limit, which is the value; ND not detected, limit not given; missing 缺测; not-monitored 未监测. A missing figure is null, never 0.", "properties": { "qualifier": { "enum": [null, "<", "L", "ND", "missing", "not-monitored"] }, "reported": { "type": ["string", "null"], "maxLength": 64 }, "unit": { "type": "string" }, "value": { "type": ["number", "null"] } }, "if": { "properties": { "qualifier": { "enum": [null, "<", "L"] } } }, "then": { "properties": { "reported": { "type": "string", "minLength": 1 }, "value": { "type": "number" } } }, "else": { "properties": { "value": { "type": "null" } } }, "additionalProperties": false } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern3 = new RegExp("^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$", "u");
var pattern6 = new RegExp("^/", "u");
var pattern7 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
var pattern4 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
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
        validate53.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, message: 'must match pattern "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"' }];
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
var pattern5 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$", "u");
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern5.test(data)) {
        validate55.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$" }, message: 'must match pattern "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$"' }];
        return false;
      }
    } else {
      validate55.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema22 = { "enum": [1, 2, 3, 4, 5, 6], "description": "1 优, 2 良, 3 轻度污染, 4 中度污染, 5 重度污染, 6 严重污染." };
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate57.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data === 1 || data === 2 || data === 3 || data === 4 || data === 5 || data === 6)) {
    validate57.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema22.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate57.errors = vErrors;
  return errors === 0;
}
validate57.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema23 = { "type": "array", "uniqueItems": true, "maxItems": 6, "items": { "enum": ["co", "no2", "o3", "pm10", "pm25", "so2"] } };
var func0 = require_equal().default;
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate62.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (Array.isArray(data)) {
      if (data.length > 6) {
        validate62.errors = [{ instancePath, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 6 }, message: "must NOT have more than 6 items" }];
        return false;
      } else {
        var valid0 = true;
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data0 = data[i0];
          const _errs1 = errors;
          if (!(data0 === "co" || data0 === "no2" || data0 === "o3" || data0 === "pm10" || data0 === "pm25" || data0 === "so2")) {
            validate62.errors = [{ instancePath: instancePath + "/" + i0, schemaPath: "#/items/enum", keyword: "enum", params: { allowedValues: schema23.items.enum }, message: "must be equal to one of the allowed values" }];
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
                  validate62.errors = [{ instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }];
                  return false;
                  break outer0;
                }
              }
            }
          }
        }
      }
    } else {
      validate62.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
      return false;
    }
  }
  validate62.errors = vErrors;
  return errors === 0;
}
validate62.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema24 = { "title": "结果 · Result", "x-title": { "zh": "结果", "en": "Result" }, "type": "object", "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit. qualifier: null a figure; < below the figure; L below the detection limit, which is the value; ND not detected, limit not given; missing 缺测; not-monitored 未监测. A missing figure is null, never 0.", "properties": { "qualifier": { "enum": [null, "<", "L", "ND", "missing", "not-monitored"] }, "reported": { "type": ["string", "null"], "maxLength": 64 }, "unit": { "type": "string" }, "value": { "type": ["number", "null"] } }, "if": { "properties": { "qualifier": { "enum": [null, "<", "L"] } } }, "then": { "properties": { "reported": { "type": "string", "minLength": 1 }, "value": { "type": "number" } } }, "else": { "properties": { "value": { "type": "null" } } }, "additionalProperties": false };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate64.evaluated;
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
              validate64.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/then/properties/reported/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
              return false;
            }
          } else {
            validate64.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/then/properties/reported/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
            validate64.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/then/properties/value/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
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
          validate64.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/else/properties/value/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
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
    validate64.errors = vErrors;
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.qualifier === void 0 && (missing0 = "qualifier") || data.reported === void 0 && (missing0 = "reported") || data.unit === void 0 && (missing0 = "unit") || data.value === void 0 && (missing0 = "value")) {
        validate64.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs12 = errors;
        for (const key0 in data) {
          if (!(key0 === "qualifier" || key0 === "reported" || key0 === "unit" || key0 === "value")) {
            validate64.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs12 === errors) {
          if (data.qualifier !== void 0) {
            let data4 = data.qualifier;
            const _errs13 = errors;
            if (!(data4 === null || data4 === "<" || data4 === "L" || data4 === "ND" || data4 === "missing" || data4 === "not-monitored")) {
              validate64.errors = [{ instancePath: instancePath + "/qualifier", schemaPath: "#/properties/qualifier/enum", keyword: "enum", params: { allowedValues: schema24.properties.qualifier.enum }, message: "must be equal to one of the allowed values" }];
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
                validate64.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/type", keyword: "type", params: { type: schema24.properties.reported.type }, message: "must be string,null" }];
                return false;
              }
              if (errors === _errs14) {
                if (typeof data5 === "string") {
                  if (func2(data5) > 64) {
                    validate64.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
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
                  validate64.errors = [{ instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                    validate64.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: schema24.properties.value.type }, message: "must be number,null" }];
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
      validate64.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate64.errors = vErrors;
  return errors === 0;
}
validate64.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
      if (data.aqi === void 0 && (missing0 = "aqi") || data.area === void 0 && (missing0 = "area") || data.class === void 0 && (missing0 = "class") || data.concentrations === void 0 && (missing0 = "concentrations") || data.confidence === void 0 && (missing0 = "confidence") || data.horizonHours === void 0 && (missing0 = "horizonHours") || data.issued === void 0 && (missing0 = "issued") || data.issuer === void 0 && (missing0 = "issuer") || data.notes === void 0 && (missing0 = "notes") || data.primary === void 0 && (missing0 = "primary") || data.standard === void 0 && (missing0 = "standard") || data.text === void 0 && (missing0 = "text") || data.validDate === void 0 && (missing0 = "validDate")) {
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
          if (data.area !== void 0) {
            let data0 = data.area;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                let missing1;
                if (data0.id === void 0 && (missing1 = "id") || data0.kind === void 0 && (missing1 = "kind") || data0.name === void 0 && (missing1 = "name") || data0.party === void 0 && (missing1 = "party")) {
                  validate52.errors = [{ instancePath: instancePath + "/area", schemaPath: "#/properties/area/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                  return false;
                } else {
                  const _errs4 = errors;
                  for (const key1 in data0) {
                    if (!(key1 === "id" || key1 === "kind" || key1 === "name" || key1 === "party")) {
                      validate52.errors = [{ instancePath: instancePath + "/area", schemaPath: "#/properties/area/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                      return false;
                      break;
                    }
                  }
                  if (_errs4 === errors) {
                    if (data0.id !== void 0) {
                      let data1 = data0.id;
                      const _errs5 = errors;
                      if (errors === _errs5) {
                        if (typeof data1 === "string") {
                          if (!pattern3.test(data1)) {
                            validate52.errors = [{ instancePath: instancePath + "/area/id", schemaPath: "#/properties/area/properties/id/pattern", keyword: "pattern", params: { pattern: "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$" }, message: 'must match pattern "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$"' }];
                            return false;
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/area/id", schemaPath: "#/properties/area/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid1 = _errs5 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data0.kind !== void 0) {
                        let data2 = data0.kind;
                        const _errs7 = errors;
                        if (!(data2 === "city" || data2 === "county" || data2 === "management" || data2 === "zone")) {
                          validate52.errors = [{ instancePath: instancePath + "/area/kind", schemaPath: "#/properties/area/properties/kind/enum", keyword: "enum", params: { allowedValues: schema19.properties.area.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid1 = _errs7 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data0.name !== void 0) {
                          let data3 = data0.name;
                          const _errs8 = errors;
                          if (errors === _errs8) {
                            if (typeof data3 === "string") {
                              if (func2(data3) > 64) {
                                validate52.errors = [{ instancePath: instancePath + "/area/name", schemaPath: "#/properties/area/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                return false;
                              } else {
                                if (func2(data3) < 1) {
                                  validate52.errors = [{ instancePath: instancePath + "/area/name", schemaPath: "#/properties/area/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/area/name", schemaPath: "#/properties/area/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid1 = _errs8 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data0.party !== void 0) {
                            let data4 = data0.party;
                            const _errs10 = errors;
                            if (!(data4 === "cq" || data4 === "sc")) {
                              validate52.errors = [{ instancePath: instancePath + "/area/party", schemaPath: "#/properties/area/properties/party/enum", keyword: "enum", params: { allowedValues: schema19.properties.area.properties.party.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid1 = _errs10 === errors;
                          } else {
                            var valid1 = true;
                          }
                        }
                      }
                    }
                  }
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/area", schemaPath: "#/properties/area/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.validDate !== void 0) {
              const _errs11 = errors;
              if (!validate53(data.validDate, { instancePath: instancePath + "/validDate", parentData: data, parentDataProperty: "validDate", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs11 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.issued !== void 0) {
                const _errs12 = errors;
                if (!validate55(data.issued, { instancePath: instancePath + "/issued", parentData: data, parentDataProperty: "issued", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs12 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.horizonHours !== void 0) {
                  let data7 = data.horizonHours;
                  const _errs13 = errors;
                  if (!(data7 === 0 || data7 === 24 || data7 === 48 || data7 === 72 || data7 === 96 || data7 === 120 || data7 === 144 || data7 === 168 || data7 === 192 || data7 === 216 || data7 === 240 || data7 === 264 || data7 === 288 || data7 === 312 || data7 === 336 || data7 === 360)) {
                    validate52.errors = [{ instancePath: instancePath + "/horizonHours", schemaPath: "#/properties/horizonHours/enum", keyword: "enum", params: { allowedValues: schema19.properties.horizonHours.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.issuer !== void 0) {
                    let data8 = data.issuer;
                    const _errs14 = errors;
                    if (errors === _errs14) {
                      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                        let missing2;
                        if (data8.office === void 0 && (missing2 = "office") || data8.party === void 0 && (missing2 = "party")) {
                          validate52.errors = [{ instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                          return false;
                        } else {
                          const _errs16 = errors;
                          for (const key2 in data8) {
                            if (!(key2 === "office" || key2 === "party")) {
                              validate52.errors = [{ instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                              return false;
                              break;
                            }
                          }
                          if (_errs16 === errors) {
                            if (data8.office !== void 0) {
                              let data9 = data8.office;
                              const _errs17 = errors;
                              if (typeof data9 !== "string" && data9 !== null) {
                                validate52.errors = [{ instancePath: instancePath + "/issuer/office", schemaPath: "#/properties/issuer/properties/office/type", keyword: "type", params: { type: schema19.properties.issuer.properties.office.type }, message: "must be string,null" }];
                                return false;
                              }
                              if (errors === _errs17) {
                                if (typeof data9 === "string") {
                                  if (func2(data9) > 64) {
                                    validate52.errors = [{ instancePath: instancePath + "/issuer/office", schemaPath: "#/properties/issuer/properties/office/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                    return false;
                                  } else {
                                    if (func2(data9) < 1) {
                                      validate52.errors = [{ instancePath: instancePath + "/issuer/office", schemaPath: "#/properties/issuer/properties/office/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  }
                                }
                              }
                              var valid2 = _errs17 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data8.party !== void 0) {
                                let data10 = data8.party;
                                const _errs19 = errors;
                                if (!(data10 === "cq" || data10 === "sc")) {
                                  validate52.errors = [{ instancePath: instancePath + "/issuer/party", schemaPath: "#/properties/issuer/properties/party/enum", keyword: "enum", params: { allowedValues: schema19.properties.issuer.properties.party.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                                var valid2 = _errs19 === errors;
                              } else {
                                var valid2 = true;
                              }
                            }
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                        return false;
                      }
                    }
                    var valid0 = _errs14 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.aqi !== void 0) {
                      let data11 = data.aqi;
                      const _errs20 = errors;
                      if (!(data11 && typeof data11 == "object" && !Array.isArray(data11)) && data11 !== null) {
                        validate52.errors = [{ instancePath: instancePath + "/aqi", schemaPath: "#/properties/aqi/type", keyword: "type", params: { type: schema19.properties.aqi.type }, message: "must be object,null" }];
                        return false;
                      }
                      if (errors === _errs20) {
                        if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                          let missing3;
                          if (data11.max === void 0 && (missing3 = "max") || data11.min === void 0 && (missing3 = "min")) {
                            validate52.errors = [{ instancePath: instancePath + "/aqi", schemaPath: "#/properties/aqi/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                            return false;
                          } else {
                            const _errs22 = errors;
                            for (const key3 in data11) {
                              if (!(key3 === "max" || key3 === "min")) {
                                validate52.errors = [{ instancePath: instancePath + "/aqi", schemaPath: "#/properties/aqi/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                                return false;
                                break;
                              }
                            }
                            if (_errs22 === errors) {
                              if (data11.max !== void 0) {
                                let data12 = data11.max;
                                const _errs23 = errors;
                                if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
                                  validate52.errors = [{ instancePath: instancePath + "/aqi/max", schemaPath: "#/properties/aqi/properties/max/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                  return false;
                                }
                                if (errors === _errs23) {
                                  if (typeof data12 == "number" && isFinite(data12)) {
                                    if (data12 > 500 || isNaN(data12)) {
                                      validate52.errors = [{ instancePath: instancePath + "/aqi/max", schemaPath: "#/properties/aqi/properties/max/maximum", keyword: "maximum", params: { comparison: "<=", limit: 500 }, message: "must be <= 500" }];
                                      return false;
                                    } else {
                                      if (data12 < 0 || isNaN(data12)) {
                                        validate52.errors = [{ instancePath: instancePath + "/aqi/max", schemaPath: "#/properties/aqi/properties/max/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    }
                                  }
                                }
                                var valid3 = _errs23 === errors;
                              } else {
                                var valid3 = true;
                              }
                              if (valid3) {
                                if (data11.min !== void 0) {
                                  let data13 = data11.min;
                                  const _errs25 = errors;
                                  if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
                                    validate52.errors = [{ instancePath: instancePath + "/aqi/min", schemaPath: "#/properties/aqi/properties/min/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                                    return false;
                                  }
                                  if (errors === _errs25) {
                                    if (typeof data13 == "number" && isFinite(data13)) {
                                      if (data13 > 500 || isNaN(data13)) {
                                        validate52.errors = [{ instancePath: instancePath + "/aqi/min", schemaPath: "#/properties/aqi/properties/min/maximum", keyword: "maximum", params: { comparison: "<=", limit: 500 }, message: "must be <= 500" }];
                                        return false;
                                      } else {
                                        if (data13 < 0 || isNaN(data13)) {
                                          validate52.errors = [{ instancePath: instancePath + "/aqi/min", schemaPath: "#/properties/aqi/properties/min/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                          return false;
                                        }
                                      }
                                    }
                                  }
                                  var valid3 = _errs25 === errors;
                                } else {
                                  var valid3 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                      var valid0 = _errs20 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.class !== void 0) {
                        let data14 = data.class;
                        const _errs27 = errors;
                        if (errors === _errs27) {
                          if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                            let missing4;
                            if (data14.max === void 0 && (missing4 = "max") || data14.min === void 0 && (missing4 = "min") || data14.reported === void 0 && (missing4 = "reported")) {
                              validate52.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                              return false;
                            } else {
                              const _errs29 = errors;
                              for (const key4 in data14) {
                                if (!(key4 === "max" || key4 === "min" || key4 === "reported")) {
                                  validate52.errors = [{ instancePath: instancePath + "/class", schemaPath: "#/properties/class/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs29 === errors) {
                                if (data14.max !== void 0) {
                                  const _errs30 = errors;
                                  if (!validate57(data14.max, { instancePath: instancePath + "/class/max", parentData: data14, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid4 = _errs30 === errors;
                                } else {
                                  var valid4 = true;
                                }
                                if (valid4) {
                                  if (data14.min !== void 0) {
                                    const _errs31 = errors;
                                    if (!validate57(data14.min, { instancePath: instancePath + "/class/min", parentData: data14, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid4 = _errs31 === errors;
                                  } else {
                                    var valid4 = true;
                                  }
                                  if (valid4) {
                                    if (data14.reported !== void 0) {
                                      let data17 = data14.reported;
                                      const _errs32 = errors;
                                      if (!(data17 && typeof data17 == "object" && !Array.isArray(data17)) && data17 !== null) {
                                        validate52.errors = [{ instancePath: instancePath + "/class/reported", schemaPath: "#/properties/class/properties/reported/type", keyword: "type", params: { type: schema19.properties.class.properties.reported.type }, message: "must be object,null" }];
                                        return false;
                                      }
                                      if (errors === _errs32) {
                                        if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                                          let missing5;
                                          if (data17.max === void 0 && (missing5 = "max") || data17.min === void 0 && (missing5 = "min")) {
                                            validate52.errors = [{ instancePath: instancePath + "/class/reported", schemaPath: "#/properties/class/properties/reported/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                            return false;
                                          } else {
                                            const _errs34 = errors;
                                            for (const key5 in data17) {
                                              if (!(key5 === "max" || key5 === "min")) {
                                                validate52.errors = [{ instancePath: instancePath + "/class/reported", schemaPath: "#/properties/class/properties/reported/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                                return false;
                                                break;
                                              }
                                            }
                                            if (_errs34 === errors) {
                                              if (data17.max !== void 0) {
                                                const _errs35 = errors;
                                                if (!validate57(data17.max, { instancePath: instancePath + "/class/reported/max", parentData: data17, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid5 = _errs35 === errors;
                                              } else {
                                                var valid5 = true;
                                              }
                                              if (valid5) {
                                                if (data17.min !== void 0) {
                                                  const _errs36 = errors;
                                                  if (!validate57(data17.min, { instancePath: instancePath + "/class/reported/min", parentData: data17, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid5 = _errs36 === errors;
                                                } else {
                                                  var valid5 = true;
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                      var valid4 = _errs32 === errors;
                                    } else {
                                      var valid4 = true;
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
                        var valid0 = _errs27 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.primary !== void 0) {
                          const _errs37 = errors;
                          if (!validate62(data.primary, { instancePath: instancePath + "/primary", parentData: data, parentDataProperty: "primary", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs37 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.concentrations !== void 0) {
                            let data21 = data.concentrations;
                            const _errs38 = errors;
                            if (errors === _errs38) {
                              if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                                const _errs40 = errors;
                                for (const key6 in data21) {
                                  if (!(key6 === "co" || key6 === "no2" || key6 === "o3" || key6 === "pm10" || key6 === "pm25" || key6 === "so2")) {
                                    validate52.errors = [{ instancePath: instancePath + "/concentrations", schemaPath: "#/properties/concentrations/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" }];
                                    return false;
                                    break;
                                  }
                                }
                                if (_errs40 === errors) {
                                  if (data21.co !== void 0) {
                                    let data22 = data21.co;
                                    const _errs41 = errors;
                                    if (errors === _errs41) {
                                      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                                        let missing6;
                                        if (data22.max === void 0 && (missing6 = "max") || data22.min === void 0 && (missing6 = "min")) {
                                          validate52.errors = [{ instancePath: instancePath + "/concentrations/co", schemaPath: "#/properties/concentrations/properties/co/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" }];
                                          return false;
                                        } else {
                                          const _errs43 = errors;
                                          for (const key7 in data22) {
                                            if (!(key7 === "max" || key7 === "min")) {
                                              validate52.errors = [{ instancePath: instancePath + "/concentrations/co", schemaPath: "#/properties/concentrations/properties/co/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" }];
                                              return false;
                                              break;
                                            }
                                          }
                                          if (_errs43 === errors) {
                                            if (data22.max !== void 0) {
                                              let data23 = data22.max;
                                              const _errs44 = errors;
                                              if (!validate64(data23, { instancePath: instancePath + "/concentrations/co/max", parentData: data22, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                errors = vErrors.length;
                                              }
                                              if (errors === _errs44) {
                                                if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                                                  if (data23.unit !== void 0) {
                                                    const _errs46 = errors;
                                                    if ("mg/m³" !== data23.unit) {
                                                      validate52.errors = [{ instancePath: instancePath + "/concentrations/co/max/unit", schemaPath: "#/properties/concentrations/properties/co/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "mg/m³" }, message: "must be equal to constant" }];
                                                      return false;
                                                    }
                                                    var valid9 = _errs46 === errors;
                                                  } else {
                                                    var valid9 = true;
                                                  }
                                                  if (valid9) {
                                                    if (data23.value !== void 0) {
                                                      let data25 = data23.value;
                                                      const _errs47 = errors;
                                                      if (typeof data25 == "number" && isFinite(data25)) {
                                                        if (data25 > 90 || isNaN(data25)) {
                                                          validate52.errors = [{ instancePath: instancePath + "/concentrations/co/max/value", schemaPath: "#/properties/concentrations/properties/co/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 90 }, message: "must be <= 90" }];
                                                          return false;
                                                        } else {
                                                          if (data25 < 0 || isNaN(data25)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/concentrations/co/max/value", schemaPath: "#/properties/concentrations/properties/co/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                            return false;
                                                          }
                                                        }
                                                      }
                                                      var valid9 = _errs47 === errors;
                                                    } else {
                                                      var valid9 = true;
                                                    }
                                                  }
                                                }
                                              }
                                              var valid7 = _errs44 === errors;
                                            } else {
                                              var valid7 = true;
                                            }
                                            if (valid7) {
                                              if (data22.min !== void 0) {
                                                let data26 = data22.min;
                                                const _errs48 = errors;
                                                if (!validate64(data26, { instancePath: instancePath + "/concentrations/co/min", parentData: data22, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                  errors = vErrors.length;
                                                }
                                                if (errors === _errs48) {
                                                  if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
                                                    if (data26.unit !== void 0) {
                                                      const _errs50 = errors;
                                                      if ("mg/m³" !== data26.unit) {
                                                        validate52.errors = [{ instancePath: instancePath + "/concentrations/co/min/unit", schemaPath: "#/properties/concentrations/properties/co/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "mg/m³" }, message: "must be equal to constant" }];
                                                        return false;
                                                      }
                                                      var valid11 = _errs50 === errors;
                                                    } else {
                                                      var valid11 = true;
                                                    }
                                                    if (valid11) {
                                                      if (data26.value !== void 0) {
                                                        let data28 = data26.value;
                                                        const _errs51 = errors;
                                                        if (typeof data28 == "number" && isFinite(data28)) {
                                                          if (data28 > 90 || isNaN(data28)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/concentrations/co/min/value", schemaPath: "#/properties/concentrations/properties/co/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 90 }, message: "must be <= 90" }];
                                                            return false;
                                                          } else {
                                                            if (data28 < 0 || isNaN(data28)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/concentrations/co/min/value", schemaPath: "#/properties/concentrations/properties/co/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                        var valid11 = _errs51 === errors;
                                                      } else {
                                                        var valid11 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                                var valid7 = _errs48 === errors;
                                              } else {
                                                var valid7 = true;
                                              }
                                            }
                                          }
                                        }
                                      } else {
                                        validate52.errors = [{ instancePath: instancePath + "/concentrations/co", schemaPath: "#/properties/concentrations/properties/co/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                        return false;
                                      }
                                    }
                                    var valid6 = _errs41 === errors;
                                  } else {
                                    var valid6 = true;
                                  }
                                  if (valid6) {
                                    if (data21.no2 !== void 0) {
                                      let data29 = data21.no2;
                                      const _errs52 = errors;
                                      if (errors === _errs52) {
                                        if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                                          let missing7;
                                          if (data29.max === void 0 && (missing7 = "max") || data29.min === void 0 && (missing7 = "min")) {
                                            validate52.errors = [{ instancePath: instancePath + "/concentrations/no2", schemaPath: "#/properties/concentrations/properties/no2/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" }];
                                            return false;
                                          } else {
                                            const _errs54 = errors;
                                            for (const key8 in data29) {
                                              if (!(key8 === "max" || key8 === "min")) {
                                                validate52.errors = [{ instancePath: instancePath + "/concentrations/no2", schemaPath: "#/properties/concentrations/properties/no2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" }];
                                                return false;
                                                break;
                                              }
                                            }
                                            if (_errs54 === errors) {
                                              if (data29.max !== void 0) {
                                                let data30 = data29.max;
                                                const _errs55 = errors;
                                                if (!validate64(data30, { instancePath: instancePath + "/concentrations/no2/max", parentData: data29, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                  errors = vErrors.length;
                                                }
                                                if (errors === _errs55) {
                                                  if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                                                    if (data30.unit !== void 0) {
                                                      const _errs57 = errors;
                                                      if ("μg/m³" !== data30.unit) {
                                                        validate52.errors = [{ instancePath: instancePath + "/concentrations/no2/max/unit", schemaPath: "#/properties/concentrations/properties/no2/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                        return false;
                                                      }
                                                      var valid14 = _errs57 === errors;
                                                    } else {
                                                      var valid14 = true;
                                                    }
                                                    if (valid14) {
                                                      if (data30.value !== void 0) {
                                                        let data32 = data30.value;
                                                        const _errs58 = errors;
                                                        if (typeof data32 == "number" && isFinite(data32)) {
                                                          if (data32 > 1e4 || isNaN(data32)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/concentrations/no2/max/value", schemaPath: "#/properties/concentrations/properties/no2/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                            return false;
                                                          } else {
                                                            if (data32 < 0 || isNaN(data32)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/concentrations/no2/max/value", schemaPath: "#/properties/concentrations/properties/no2/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                        var valid14 = _errs58 === errors;
                                                      } else {
                                                        var valid14 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                                var valid12 = _errs55 === errors;
                                              } else {
                                                var valid12 = true;
                                              }
                                              if (valid12) {
                                                if (data29.min !== void 0) {
                                                  let data33 = data29.min;
                                                  const _errs59 = errors;
                                                  if (!validate64(data33, { instancePath: instancePath + "/concentrations/no2/min", parentData: data29, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  if (errors === _errs59) {
                                                    if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
                                                      if (data33.unit !== void 0) {
                                                        const _errs61 = errors;
                                                        if ("μg/m³" !== data33.unit) {
                                                          validate52.errors = [{ instancePath: instancePath + "/concentrations/no2/min/unit", schemaPath: "#/properties/concentrations/properties/no2/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                          return false;
                                                        }
                                                        var valid16 = _errs61 === errors;
                                                      } else {
                                                        var valid16 = true;
                                                      }
                                                      if (valid16) {
                                                        if (data33.value !== void 0) {
                                                          let data35 = data33.value;
                                                          const _errs62 = errors;
                                                          if (typeof data35 == "number" && isFinite(data35)) {
                                                            if (data35 > 1e4 || isNaN(data35)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/concentrations/no2/min/value", schemaPath: "#/properties/concentrations/properties/no2/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                              return false;
                                                            } else {
                                                              if (data35 < 0 || isNaN(data35)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/concentrations/no2/min/value", schemaPath: "#/properties/concentrations/properties/no2/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                return false;
                                                              }
                                                            }
                                                          }
                                                          var valid16 = _errs62 === errors;
                                                        } else {
                                                          var valid16 = true;
                                                        }
                                                      }
                                                    }
                                                  }
                                                  var valid12 = _errs59 === errors;
                                                } else {
                                                  var valid12 = true;
                                                }
                                              }
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/concentrations/no2", schemaPath: "#/properties/concentrations/properties/no2/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                          return false;
                                        }
                                      }
                                      var valid6 = _errs52 === errors;
                                    } else {
                                      var valid6 = true;
                                    }
                                    if (valid6) {
                                      if (data21.o3 !== void 0) {
                                        let data36 = data21.o3;
                                        const _errs63 = errors;
                                        if (errors === _errs63) {
                                          if (data36 && typeof data36 == "object" && !Array.isArray(data36)) {
                                            let missing8;
                                            if (data36.max === void 0 && (missing8 = "max") || data36.min === void 0 && (missing8 = "min")) {
                                              validate52.errors = [{ instancePath: instancePath + "/concentrations/o3", schemaPath: "#/properties/concentrations/properties/o3/required", keyword: "required", params: { missingProperty: missing8 }, message: "must have required property '" + missing8 + "'" }];
                                              return false;
                                            } else {
                                              const _errs65 = errors;
                                              for (const key9 in data36) {
                                                if (!(key9 === "max" || key9 === "min")) {
                                                  validate52.errors = [{ instancePath: instancePath + "/concentrations/o3", schemaPath: "#/properties/concentrations/properties/o3/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" }];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs65 === errors) {
                                                if (data36.max !== void 0) {
                                                  let data37 = data36.max;
                                                  const _errs66 = errors;
                                                  if (!validate64(data37, { instancePath: instancePath + "/concentrations/o3/max", parentData: data36, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  if (errors === _errs66) {
                                                    if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
                                                      if (data37.unit !== void 0) {
                                                        const _errs68 = errors;
                                                        if ("μg/m³" !== data37.unit) {
                                                          validate52.errors = [{ instancePath: instancePath + "/concentrations/o3/max/unit", schemaPath: "#/properties/concentrations/properties/o3/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                          return false;
                                                        }
                                                        var valid19 = _errs68 === errors;
                                                      } else {
                                                        var valid19 = true;
                                                      }
                                                      if (valid19) {
                                                        if (data37.value !== void 0) {
                                                          let data39 = data37.value;
                                                          const _errs69 = errors;
                                                          if (typeof data39 == "number" && isFinite(data39)) {
                                                            if (data39 > 1e4 || isNaN(data39)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/concentrations/o3/max/value", schemaPath: "#/properties/concentrations/properties/o3/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                              return false;
                                                            } else {
                                                              if (data39 < 0 || isNaN(data39)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/concentrations/o3/max/value", schemaPath: "#/properties/concentrations/properties/o3/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                return false;
                                                              }
                                                            }
                                                          }
                                                          var valid19 = _errs69 === errors;
                                                        } else {
                                                          var valid19 = true;
                                                        }
                                                      }
                                                    }
                                                  }
                                                  var valid17 = _errs66 === errors;
                                                } else {
                                                  var valid17 = true;
                                                }
                                                if (valid17) {
                                                  if (data36.min !== void 0) {
                                                    let data40 = data36.min;
                                                    const _errs70 = errors;
                                                    if (!validate64(data40, { instancePath: instancePath + "/concentrations/o3/min", parentData: data36, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    if (errors === _errs70) {
                                                      if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
                                                        if (data40.unit !== void 0) {
                                                          const _errs72 = errors;
                                                          if ("μg/m³" !== data40.unit) {
                                                            validate52.errors = [{ instancePath: instancePath + "/concentrations/o3/min/unit", schemaPath: "#/properties/concentrations/properties/o3/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                            return false;
                                                          }
                                                          var valid21 = _errs72 === errors;
                                                        } else {
                                                          var valid21 = true;
                                                        }
                                                        if (valid21) {
                                                          if (data40.value !== void 0) {
                                                            let data42 = data40.value;
                                                            const _errs73 = errors;
                                                            if (typeof data42 == "number" && isFinite(data42)) {
                                                              if (data42 > 1e4 || isNaN(data42)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/concentrations/o3/min/value", schemaPath: "#/properties/concentrations/properties/o3/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                return false;
                                                              } else {
                                                                if (data42 < 0 || isNaN(data42)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/concentrations/o3/min/value", schemaPath: "#/properties/concentrations/properties/o3/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                  return false;
                                                                }
                                                              }
                                                            }
                                                            var valid21 = _errs73 === errors;
                                                          } else {
                                                            var valid21 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                    var valid17 = _errs70 === errors;
                                                  } else {
                                                    var valid17 = true;
                                                  }
                                                }
                                              }
                                            }
                                          } else {
                                            validate52.errors = [{ instancePath: instancePath + "/concentrations/o3", schemaPath: "#/properties/concentrations/properties/o3/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                            return false;
                                          }
                                        }
                                        var valid6 = _errs63 === errors;
                                      } else {
                                        var valid6 = true;
                                      }
                                      if (valid6) {
                                        if (data21.pm10 !== void 0) {
                                          let data43 = data21.pm10;
                                          const _errs74 = errors;
                                          if (errors === _errs74) {
                                            if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
                                              let missing9;
                                              if (data43.max === void 0 && (missing9 = "max") || data43.min === void 0 && (missing9 = "min")) {
                                                validate52.errors = [{ instancePath: instancePath + "/concentrations/pm10", schemaPath: "#/properties/concentrations/properties/pm10/required", keyword: "required", params: { missingProperty: missing9 }, message: "must have required property '" + missing9 + "'" }];
                                                return false;
                                              } else {
                                                const _errs76 = errors;
                                                for (const key10 in data43) {
                                                  if (!(key10 === "max" || key10 === "min")) {
                                                    validate52.errors = [{ instancePath: instancePath + "/concentrations/pm10", schemaPath: "#/properties/concentrations/properties/pm10/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" }];
                                                    return false;
                                                    break;
                                                  }
                                                }
                                                if (_errs76 === errors) {
                                                  if (data43.max !== void 0) {
                                                    let data44 = data43.max;
                                                    const _errs77 = errors;
                                                    if (!validate64(data44, { instancePath: instancePath + "/concentrations/pm10/max", parentData: data43, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    if (errors === _errs77) {
                                                      if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
                                                        if (data44.unit !== void 0) {
                                                          const _errs79 = errors;
                                                          if ("μg/m³" !== data44.unit) {
                                                            validate52.errors = [{ instancePath: instancePath + "/concentrations/pm10/max/unit", schemaPath: "#/properties/concentrations/properties/pm10/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                            return false;
                                                          }
                                                          var valid24 = _errs79 === errors;
                                                        } else {
                                                          var valid24 = true;
                                                        }
                                                        if (valid24) {
                                                          if (data44.value !== void 0) {
                                                            let data46 = data44.value;
                                                            const _errs80 = errors;
                                                            if (typeof data46 == "number" && isFinite(data46)) {
                                                              if (data46 > 2e4 || isNaN(data46)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/concentrations/pm10/max/value", schemaPath: "#/properties/concentrations/properties/pm10/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2e4 }, message: "must be <= 20000" }];
                                                                return false;
                                                              } else {
                                                                if (data46 < 0 || isNaN(data46)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/concentrations/pm10/max/value", schemaPath: "#/properties/concentrations/properties/pm10/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                  return false;
                                                                }
                                                              }
                                                            }
                                                            var valid24 = _errs80 === errors;
                                                          } else {
                                                            var valid24 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                    var valid22 = _errs77 === errors;
                                                  } else {
                                                    var valid22 = true;
                                                  }
                                                  if (valid22) {
                                                    if (data43.min !== void 0) {
                                                      let data47 = data43.min;
                                                      const _errs81 = errors;
                                                      if (!validate64(data47, { instancePath: instancePath + "/concentrations/pm10/min", parentData: data43, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      if (errors === _errs81) {
                                                        if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
                                                          if (data47.unit !== void 0) {
                                                            const _errs83 = errors;
                                                            if ("μg/m³" !== data47.unit) {
                                                              validate52.errors = [{ instancePath: instancePath + "/concentrations/pm10/min/unit", schemaPath: "#/properties/concentrations/properties/pm10/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                              return false;
                                                            }
                                                            var valid26 = _errs83 === errors;
                                                          } else {
                                                            var valid26 = true;
                                                          }
                                                          if (valid26) {
                                                            if (data47.value !== void 0) {
                                                              let data49 = data47.value;
                                                              const _errs84 = errors;
                                                              if (typeof data49 == "number" && isFinite(data49)) {
                                                                if (data49 > 2e4 || isNaN(data49)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/concentrations/pm10/min/value", schemaPath: "#/properties/concentrations/properties/pm10/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2e4 }, message: "must be <= 20000" }];
                                                                  return false;
                                                                } else {
                                                                  if (data49 < 0 || isNaN(data49)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/concentrations/pm10/min/value", schemaPath: "#/properties/concentrations/properties/pm10/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                    return false;
                                                                  }
                                                                }
                                                              }
                                                              var valid26 = _errs84 === errors;
                                                            } else {
                                                              var valid26 = true;
                                                            }
                                                          }
                                                        }
                                                      }
                                                      var valid22 = _errs81 === errors;
                                                    } else {
                                                      var valid22 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            } else {
                                              validate52.errors = [{ instancePath: instancePath + "/concentrations/pm10", schemaPath: "#/properties/concentrations/properties/pm10/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                              return false;
                                            }
                                          }
                                          var valid6 = _errs74 === errors;
                                        } else {
                                          var valid6 = true;
                                        }
                                        if (valid6) {
                                          if (data21.pm25 !== void 0) {
                                            let data50 = data21.pm25;
                                            const _errs85 = errors;
                                            if (errors === _errs85) {
                                              if (data50 && typeof data50 == "object" && !Array.isArray(data50)) {
                                                let missing10;
                                                if (data50.max === void 0 && (missing10 = "max") || data50.min === void 0 && (missing10 = "min")) {
                                                  validate52.errors = [{ instancePath: instancePath + "/concentrations/pm25", schemaPath: "#/properties/concentrations/properties/pm25/required", keyword: "required", params: { missingProperty: missing10 }, message: "must have required property '" + missing10 + "'" }];
                                                  return false;
                                                } else {
                                                  const _errs87 = errors;
                                                  for (const key11 in data50) {
                                                    if (!(key11 === "max" || key11 === "min")) {
                                                      validate52.errors = [{ instancePath: instancePath + "/concentrations/pm25", schemaPath: "#/properties/concentrations/properties/pm25/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" }];
                                                      return false;
                                                      break;
                                                    }
                                                  }
                                                  if (_errs87 === errors) {
                                                    if (data50.max !== void 0) {
                                                      let data51 = data50.max;
                                                      const _errs88 = errors;
                                                      if (!validate64(data51, { instancePath: instancePath + "/concentrations/pm25/max", parentData: data50, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      if (errors === _errs88) {
                                                        if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
                                                          if (data51.unit !== void 0) {
                                                            const _errs90 = errors;
                                                            if ("μg/m³" !== data51.unit) {
                                                              validate52.errors = [{ instancePath: instancePath + "/concentrations/pm25/max/unit", schemaPath: "#/properties/concentrations/properties/pm25/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                              return false;
                                                            }
                                                            var valid29 = _errs90 === errors;
                                                          } else {
                                                            var valid29 = true;
                                                          }
                                                          if (valid29) {
                                                            if (data51.value !== void 0) {
                                                              let data53 = data51.value;
                                                              const _errs91 = errors;
                                                              if (typeof data53 == "number" && isFinite(data53)) {
                                                                if (data53 > 1e4 || isNaN(data53)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/concentrations/pm25/max/value", schemaPath: "#/properties/concentrations/properties/pm25/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                  return false;
                                                                } else {
                                                                  if (data53 < 0 || isNaN(data53)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/concentrations/pm25/max/value", schemaPath: "#/properties/concentrations/properties/pm25/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                    return false;
                                                                  }
                                                                }
                                                              }
                                                              var valid29 = _errs91 === errors;
                                                            } else {
                                                              var valid29 = true;
                                                            }
                                                          }
                                                        }
                                                      }
                                                      var valid27 = _errs88 === errors;
                                                    } else {
                                                      var valid27 = true;
                                                    }
                                                    if (valid27) {
                                                      if (data50.min !== void 0) {
                                                        let data54 = data50.min;
                                                        const _errs92 = errors;
                                                        if (!validate64(data54, { instancePath: instancePath + "/concentrations/pm25/min", parentData: data50, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                          vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        if (errors === _errs92) {
                                                          if (data54 && typeof data54 == "object" && !Array.isArray(data54)) {
                                                            if (data54.unit !== void 0) {
                                                              const _errs94 = errors;
                                                              if ("μg/m³" !== data54.unit) {
                                                                validate52.errors = [{ instancePath: instancePath + "/concentrations/pm25/min/unit", schemaPath: "#/properties/concentrations/properties/pm25/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                                return false;
                                                              }
                                                              var valid31 = _errs94 === errors;
                                                            } else {
                                                              var valid31 = true;
                                                            }
                                                            if (valid31) {
                                                              if (data54.value !== void 0) {
                                                                let data56 = data54.value;
                                                                const _errs95 = errors;
                                                                if (typeof data56 == "number" && isFinite(data56)) {
                                                                  if (data56 > 1e4 || isNaN(data56)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/concentrations/pm25/min/value", schemaPath: "#/properties/concentrations/properties/pm25/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                    return false;
                                                                  } else {
                                                                    if (data56 < 0 || isNaN(data56)) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/concentrations/pm25/min/value", schemaPath: "#/properties/concentrations/properties/pm25/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                }
                                                                var valid31 = _errs95 === errors;
                                                              } else {
                                                                var valid31 = true;
                                                              }
                                                            }
                                                          }
                                                        }
                                                        var valid27 = _errs92 === errors;
                                                      } else {
                                                        var valid27 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                              } else {
                                                validate52.errors = [{ instancePath: instancePath + "/concentrations/pm25", schemaPath: "#/properties/concentrations/properties/pm25/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                return false;
                                              }
                                            }
                                            var valid6 = _errs85 === errors;
                                          } else {
                                            var valid6 = true;
                                          }
                                          if (valid6) {
                                            if (data21.so2 !== void 0) {
                                              let data57 = data21.so2;
                                              const _errs96 = errors;
                                              if (errors === _errs96) {
                                                if (data57 && typeof data57 == "object" && !Array.isArray(data57)) {
                                                  let missing11;
                                                  if (data57.max === void 0 && (missing11 = "max") || data57.min === void 0 && (missing11 = "min")) {
                                                    validate52.errors = [{ instancePath: instancePath + "/concentrations/so2", schemaPath: "#/properties/concentrations/properties/so2/required", keyword: "required", params: { missingProperty: missing11 }, message: "must have required property '" + missing11 + "'" }];
                                                    return false;
                                                  } else {
                                                    const _errs98 = errors;
                                                    for (const key12 in data57) {
                                                      if (!(key12 === "max" || key12 === "min")) {
                                                        validate52.errors = [{ instancePath: instancePath + "/concentrations/so2", schemaPath: "#/properties/concentrations/properties/so2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" }];
                                                        return false;
                                                        break;
                                                      }
                                                    }
                                                    if (_errs98 === errors) {
                                                      if (data57.max !== void 0) {
                                                        let data58 = data57.max;
                                                        const _errs99 = errors;
                                                        if (!validate64(data58, { instancePath: instancePath + "/concentrations/so2/max", parentData: data57, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                          vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        if (errors === _errs99) {
                                                          if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
                                                            if (data58.unit !== void 0) {
                                                              const _errs101 = errors;
                                                              if ("μg/m³" !== data58.unit) {
                                                                validate52.errors = [{ instancePath: instancePath + "/concentrations/so2/max/unit", schemaPath: "#/properties/concentrations/properties/so2/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                                return false;
                                                              }
                                                              var valid34 = _errs101 === errors;
                                                            } else {
                                                              var valid34 = true;
                                                            }
                                                            if (valid34) {
                                                              if (data58.value !== void 0) {
                                                                let data60 = data58.value;
                                                                const _errs102 = errors;
                                                                if (typeof data60 == "number" && isFinite(data60)) {
                                                                  if (data60 > 1e4 || isNaN(data60)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/concentrations/so2/max/value", schemaPath: "#/properties/concentrations/properties/so2/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                    return false;
                                                                  } else {
                                                                    if (data60 < 0 || isNaN(data60)) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/concentrations/so2/max/value", schemaPath: "#/properties/concentrations/properties/so2/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                }
                                                                var valid34 = _errs102 === errors;
                                                              } else {
                                                                var valid34 = true;
                                                              }
                                                            }
                                                          }
                                                        }
                                                        var valid32 = _errs99 === errors;
                                                      } else {
                                                        var valid32 = true;
                                                      }
                                                      if (valid32) {
                                                        if (data57.min !== void 0) {
                                                          let data61 = data57.min;
                                                          const _errs103 = errors;
                                                          if (!validate64(data61, { instancePath: instancePath + "/concentrations/so2/min", parentData: data57, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                            vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                                                            errors = vErrors.length;
                                                          }
                                                          if (errors === _errs103) {
                                                            if (data61 && typeof data61 == "object" && !Array.isArray(data61)) {
                                                              if (data61.unit !== void 0) {
                                                                const _errs105 = errors;
                                                                if ("μg/m³" !== data61.unit) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/concentrations/so2/min/unit", schemaPath: "#/properties/concentrations/properties/so2/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                                                  return false;
                                                                }
                                                                var valid36 = _errs105 === errors;
                                                              } else {
                                                                var valid36 = true;
                                                              }
                                                              if (valid36) {
                                                                if (data61.value !== void 0) {
                                                                  let data63 = data61.value;
                                                                  const _errs106 = errors;
                                                                  if (typeof data63 == "number" && isFinite(data63)) {
                                                                    if (data63 > 1e4 || isNaN(data63)) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/concentrations/so2/min/value", schemaPath: "#/properties/concentrations/properties/so2/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                                      return false;
                                                                    } else {
                                                                      if (data63 < 0 || isNaN(data63)) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/concentrations/so2/min/value", schemaPath: "#/properties/concentrations/properties/so2/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                  }
                                                                  var valid36 = _errs106 === errors;
                                                                } else {
                                                                  var valid36 = true;
                                                                }
                                                              }
                                                            }
                                                          }
                                                          var valid32 = _errs103 === errors;
                                                        } else {
                                                          var valid32 = true;
                                                        }
                                                      }
                                                    }
                                                  }
                                                } else {
                                                  validate52.errors = [{ instancePath: instancePath + "/concentrations/so2", schemaPath: "#/properties/concentrations/properties/so2/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                  return false;
                                                }
                                              }
                                              var valid6 = _errs96 === errors;
                                            } else {
                                              var valid6 = true;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              } else {
                                validate52.errors = [{ instancePath: instancePath + "/concentrations", schemaPath: "#/properties/concentrations/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                return false;
                              }
                            }
                            var valid0 = _errs38 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.confidence !== void 0) {
                              let data64 = data.confidence;
                              const _errs107 = errors;
                              if (!(data64 === "high" || data64 === "medium" || data64 === "low" || data64 === null)) {
                                validate52.errors = [{ instancePath: instancePath + "/confidence", schemaPath: "#/properties/confidence/enum", keyword: "enum", params: { allowedValues: schema19.properties.confidence.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid0 = _errs107 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.standard !== void 0) {
                                let data65 = data.standard;
                                const _errs108 = errors;
                                if (!(data65 === "HJ 633-2012" || data65 === "HJ 633-2026")) {
                                  validate52.errors = [{ instancePath: instancePath + "/standard", schemaPath: "#/properties/standard/enum", keyword: "enum", params: { allowedValues: schema19.properties.standard.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                                var valid0 = _errs108 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.text !== void 0) {
                                  let data66 = data.text;
                                  const _errs109 = errors;
                                  if (typeof data66 !== "string" && data66 !== null) {
                                    validate52.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: schema19.properties.text.type }, message: "must be string,null" }];
                                    return false;
                                  }
                                  if (errors === _errs109) {
                                    if (typeof data66 === "string") {
                                      if (func2(data66) > 4096) {
                                        validate52.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                        return false;
                                      } else {
                                        if (func2(data66) < 1) {
                                          validate52.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    }
                                  }
                                  var valid0 = _errs109 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.notes !== void 0) {
                                    let data67 = data.notes;
                                    const _errs111 = errors;
                                    if (errors === _errs111) {
                                      if (Array.isArray(data67)) {
                                        if (data67.length > 64) {
                                          validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/maxItems", keyword: "maxItems", params: { limit: 64 }, message: "must NOT have more than 64 items" }];
                                          return false;
                                        } else {
                                          var valid37 = true;
                                          const len0 = data67.length;
                                          for (let i0 = 0; i0 < len0; i0++) {
                                            let data68 = data67[i0];
                                            const _errs113 = errors;
                                            if (errors === _errs113) {
                                              if (data68 && typeof data68 == "object" && !Array.isArray(data68)) {
                                                let missing12;
                                                if (data68.rule === void 0 && (missing12 = "rule")) {
                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/required", keyword: "required", params: { missingProperty: missing12 }, message: "must have required property '" + missing12 + "'" }];
                                                  return false;
                                                } else {
                                                  const _errs115 = errors;
                                                  for (const key13 in data68) {
                                                    if (!(key13 === "field" || key13 === "rule" || key13 === "sent")) {
                                                      validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" }];
                                                      return false;
                                                      break;
                                                    }
                                                  }
                                                  if (_errs115 === errors) {
                                                    if (data68.field !== void 0) {
                                                      let data69 = data68.field;
                                                      const _errs116 = errors;
                                                      if (errors === _errs116) {
                                                        if (typeof data69 === "string") {
                                                          if (func2(data69) > 128) {
                                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                                            return false;
                                                          } else {
                                                            if (!pattern6.test(data69)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' }];
                                                              return false;
                                                            }
                                                          }
                                                        } else {
                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid38 = _errs116 === errors;
                                                    } else {
                                                      var valid38 = true;
                                                    }
                                                    if (valid38) {
                                                      if (data68.rule !== void 0) {
                                                        let data70 = data68.rule;
                                                        const _errs118 = errors;
                                                        if (errors === _errs118) {
                                                          if (typeof data70 === "string") {
                                                            if (func2(data70) > 64) {
                                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                              return false;
                                                            } else {
                                                              if (!pattern7.test(data70)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"' }];
                                                                return false;
                                                              }
                                                            }
                                                          } else {
                                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                          }
                                                        }
                                                        var valid38 = _errs118 === errors;
                                                      } else {
                                                        var valid38 = true;
                                                      }
                                                      if (valid38) {
                                                        if (data68.sent !== void 0) {
                                                          let data71 = data68.sent;
                                                          const _errs120 = errors;
                                                          if (errors === _errs120) {
                                                            if (typeof data71 === "string") {
                                                              if (func2(data71) > 4096) {
                                                                validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                                                return false;
                                                              }
                                                            } else {
                                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid38 = _errs120 === errors;
                                                        } else {
                                                          var valid38 = true;
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
                                            var valid37 = _errs113 === errors;
                                            if (!valid37) {
                                              break;
                                            }
                                          }
                                        }
                                      } else {
                                        validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                        return false;
                                      }
                                    }
                                    var valid0 = _errs111 === errors;
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
