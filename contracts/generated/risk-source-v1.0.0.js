// Generated from risk-source/v1.0.0.json by contracts/build.ts; do not edit.
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
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:chuanyu:contract:risk-source:1.0.0", "title": "环境风险源记录 · Risk source record", "x-title": { "zh": "环境风险源记录", "en": "Risk source record" }, "type": "object", "additionalProperties": false, "required": ["asOf", "contact", "distanceToBoundary", "division", "downstreamSections", "enterprise", "industry", "location", "notes", "originator", "publication", "receivingRiver", "review", "riskLevel", "site", "substances"], "properties": { "enterprise": { "title": "企业 · Enterprise", "x-title": { "zh": "企业", "en": "Enterprise" }, "type": "object", "additionalProperties": false, "required": ["code", "name"], "properties": { "code": { "title": "统一社会信用代码 · Unified social credit code", "x-title": { "zh": "统一社会信用代码", "en": "Unified social credit code" }, "type": "string", "pattern": "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$", "x-source": "GB 32100-2015; the check character is held by the adapter" }, "name": { "title": "企业名称 · Enterprise name", "x-title": { "zh": "企业名称", "en": "Enterprise name" }, "type": "string", "minLength": 1, "maxLength": 128 } } }, "site": { "title": "厂区 · Site", "x-title": { "zh": "厂区", "en": "Site" }, "type": ["string", "null"], "minLength": 1, "maxLength": 64, "description": "Which of the enterprise's sites, where it has several; null for one." }, "asOf": { "title": "截至日期 · As of", "x-title": { "zh": "截至日期", "en": "As of" }, "type": "string", "description": "Civil day of Asia/Shanghai.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, "location": { "title": "位置 · Location", "x-title": { "zh": "位置", "en": "Location" }, "type": ["object", "null"], "additionalProperties": false, "required": ["crs", "latitude", "longitude"], "description": "Null when none was sent. Never public.", "properties": { "crs": { "title": "坐标系 · Reference system", "x-title": { "zh": "坐标系", "en": "Reference system" }, "enum": ["CGCS2000"], "description": "What was sent in WGS 84, GCJ-02 or BD-09 is brought to CGCS2000 and noted." }, "latitude": { "title": "纬度 · Latitude", "x-title": { "zh": "纬度", "en": "Latitude" }, "allOf": [{ "$ref": "#/$defs/figure" }], "properties": { "unit": { "const": "°" }, "value": { "minimum": 26, "maximum": 35 } }, "x-unit": "°" }, "longitude": { "title": "经度 · Longitude", "x-title": { "zh": "经度", "en": "Longitude" }, "allOf": [{ "$ref": "#/$defs/figure" }], "properties": { "unit": { "const": "°" }, "value": { "minimum": 97, "maximum": 111 } }, "x-unit": "°" } } }, "division": { "title": "所在区划 · Division", "x-title": { "zh": "所在区划", "en": "Division" }, "type": "object", "additionalProperties": false, "required": ["code", "id", "name"], "description": "The county, or management unit, in force on the day of the record.", "x-source": "Division register, the edition named in the receipt", "properties": { "code": { "title": "区划代码 · Division code", "x-title": { "zh": "区划代码", "en": "Division code" }, "type": ["string", "null"], "pattern": "^[0-9]{6}$", "x-source": "GB/T 2260; null where the register knows none" }, "id": { "title": "区划登记号 · Register id", "x-title": { "zh": "区划登记号", "en": "Register id" }, "type": "string", "minLength": 4, "maxLength": 64, "pattern": "^([0-9]{6}(-[0-9]{4})?|(cq|sc)-\\S+)$" }, "name": { "title": "区划名称 · Name", "x-title": { "zh": "区划名称", "en": "Name" }, "type": "string", "minLength": 1, "maxLength": 64 } } }, "industry": { "title": "行业 · Industry", "x-title": { "zh": "行业", "en": "Industry" }, "type": ["object", "null"], "additionalProperties": false, "required": ["code", "name"], "x-source": "GB/T 4754-2017", "properties": { "code": { "title": "行业代码 · Industry code", "x-title": { "zh": "行业代码", "en": "Industry code" }, "type": ["string", "null"], "pattern": "^[A-Z]?[0-9]{4}$" }, "name": { "title": "行业名称 · Industry name", "x-title": { "zh": "行业名称", "en": "Industry name" }, "type": ["string", "null"], "minLength": 1, "maxLength": 64 } } }, "receivingRiver": { "title": "受纳水体 · Receiving river", "x-title": { "zh": "受纳水体", "en": "Receiving river" }, "type": ["object", "null"], "additionalProperties": false, "required": ["boundary", "name"], "description": "By the name of the terms where either side's other name was sent.", "properties": { "boundary": { "title": "跨界河流 · Boundary river", "x-title": { "zh": "跨界河流", "en": "Boundary river" }, "type": "boolean", "description": "Whether it is one of the boundary rivers of the terms." }, "name": { "title": "河流名称 · River", "x-title": { "zh": "河流名称", "en": "River" }, "type": "string", "minLength": 1, "maxLength": 64 } } }, "distanceToBoundary": { "title": "距省界距离 · Distance to the boundary", "x-title": { "zh": "距省界距离", "en": "Distance to the boundary" }, "anyOf": [{ "allOf": [{ "$ref": "#/$defs/figure" }], "properties": { "unit": { "const": "km" }, "value": { "minimum": 0, "maximum": 1500 } } }, { "type": "null" }], "x-unit": "km" }, "downstreamSections": { "title": "下游断面 · Sections downstream", "x-title": { "zh": "下游断面", "en": "Sections downstream" }, "type": "array", "uniqueItems": true, "maxItems": 20, "items": { "type": "string", "minLength": 1, "maxLength": 64 } }, "contact": { "title": "应急联系 · Contact", "x-title": { "zh": "应急联系", "en": "Contact" }, "type": ["object", "null"], "additionalProperties": false, "required": ["phone", "post"], "description": "By post; names of persons are dropped by the adapter. Never public.", "properties": { "phone": { "title": "联系电话 · Telephone", "x-title": { "zh": "联系电话", "en": "Telephone" }, "type": ["string", "null"], "pattern": "^\\+?[0-9][0-9-]{4,22}(转[0-9]{1,6})?$" }, "post": { "title": "联系岗位 · Post", "x-title": { "zh": "联系岗位", "en": "Post" }, "type": ["string", "null"], "minLength": 1, "maxLength": 40 } } }, "originator": { "title": "数据生产者 · Originator", "x-title": { "zh": "数据生产者", "en": "Originator" }, "enum": ["cq", "sc"] }, "publication": { "title": "公开 · Publication", "x-title": { "zh": "公开", "en": "Publication" }, "enum": ["none"], "description": "Never published." }, "review": { "title": "审核状态 · Review", "x-title": { "zh": "审核状态", "en": "Review" }, "enum": ["raw", "reviewed", "final"] }, "notes": { "title": "规范化说明 · Notes", "x-title": { "zh": "规范化说明", "en": "Notes" }, "description": "What normalisation changed, each by its rule.", "type": "array", "maxItems": 64, "items": { "type": "object", "additionalProperties": false, "required": ["rule"], "properties": { "field": { "type": "string", "maxLength": 128, "pattern": "^/" }, "rule": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 }, "sent": { "type": "string", "maxLength": 4096 } } } }, "riskLevel": { "title": "环境风险等级 · Level of environmental risk", "x-title": { "zh": "环境风险等级", "en": "Level of environmental risk" }, "type": "object", "additionalProperties": false, "required": ["air", "computed", "penalised", "reported", "standard", "text", "water"], "description": "general 一般; large 较大; major 重大. Grades of work safety, major hazard installations, tailings ponds, chemical parks and hidden dangers are other schemes.", "x-source": "HJ 941-2018", "properties": { "air": { "title": "突发大气环境事件风险 · Risk to air", "x-title": { "zh": "突发大气环境事件风险", "en": "Risk to air" }, "type": ["object", "null"], "additionalProperties": false, "required": ["basis", "e", "level", "m", "q", "ratio", "reported"], "properties": { "basis": { "title": "依据 · Basis", "x-title": { "zh": "依据", "en": "Basis" }, "enum": ["substances", "reported"], "description": "Whether q comes of the substances sent, or of the sender's own word." }, "e": { "title": "环境风险受体敏感程度 E · Sensitivity E", "x-title": { "zh": "环境风险受体敏感程度 E", "en": "Sensitivity E" }, "enum": [1, 2, 3, null] }, "level": { "title": "计算等级 · Level computed", "x-title": { "zh": "计算等级", "en": "Level computed" }, "enum": ["general", "large", "major", null] }, "m": { "title": "工艺过程与风险控制水平 M · Process and control M", "x-title": { "zh": "工艺过程与风险控制水平 M", "en": "Process and control M" }, "enum": [1, 2, 3, 4, null] }, "q": { "title": "物质数量与临界量比值 Q · Quantity ratio Q", "x-title": { "zh": "物质数量与临界量比值 Q", "en": "Quantity ratio Q" }, "enum": [0, 1, 2, 3, null] }, "ratio": { "title": "Q 值 · Q", "x-title": { "zh": "Q 值", "en": "Q" }, "type": ["string", "null"], "pattern": "^[0-9]{1,64}\\.[0-9]{4}$", "description": "Four places, half to even; the band is judged on the exact ratio." }, "reported": { "title": "报送等级 · Level as sent", "x-title": { "zh": "报送等级", "en": "Level as sent" }, "enum": ["general", "large", "major", null] } } }, "computed": { "title": "计算等级 · Level computed", "x-title": { "zh": "计算等级", "en": "Level computed" }, "enum": ["general", "large", "major", null], "description": "A suggestion: the higher of air and water, one level up when penalised; null where a factor is not known." }, "penalised": { "title": "近三年受处罚 · Penalised in the last three years", "x-title": { "zh": "近三年受处罚", "en": "Penalised in the last three years" }, "type": ["boolean", "null"], "description": "For illegal discharge or transfer; null when not stated." }, "reported": { "title": "报送等级 · Level as sent", "x-title": { "zh": "报送等级", "en": "Level as sent" }, "enum": ["general", "large", "major", null] }, "standard": { "title": "分级标准 · Standard", "x-title": { "zh": "分级标准", "en": "Standard" }, "enum": ["HJ 941-2018"] }, "text": { "title": "等级表征 · Text form", "x-title": { "zh": "等级表征", "en": "Text form" }, "type": ["string", "null"], "maxLength": 64, "pattern": "^(一般|较大|重大)" }, "water": { "title": "突发水环境事件风险 · Risk to water", "x-title": { "zh": "突发水环境事件风险", "en": "Risk to water" }, "type": ["object", "null"], "additionalProperties": false, "required": ["basis", "e", "level", "m", "q", "ratio", "reported"], "properties": { "basis": { "title": "依据 · Basis", "x-title": { "zh": "依据", "en": "Basis" }, "enum": ["substances", "reported"], "description": "Whether q comes of the substances sent, or of the sender's own word." }, "e": { "title": "环境风险受体敏感程度 E · Sensitivity E", "x-title": { "zh": "环境风险受体敏感程度 E", "en": "Sensitivity E" }, "enum": [1, 2, 3, null] }, "level": { "title": "计算等级 · Level computed", "x-title": { "zh": "计算等级", "en": "Level computed" }, "enum": ["general", "large", "major", null] }, "m": { "title": "工艺过程与风险控制水平 M · Process and control M", "x-title": { "zh": "工艺过程与风险控制水平 M", "en": "Process and control M" }, "enum": [1, 2, 3, 4, null] }, "q": { "title": "物质数量与临界量比值 Q · Quantity ratio Q", "x-title": { "zh": "物质数量与临界量比值 Q", "en": "Quantity ratio Q" }, "enum": [0, 1, 2, 3, null] }, "ratio": { "title": "Q 值 · Q", "x-title": { "zh": "Q 值", "en": "Q" }, "type": ["string", "null"], "pattern": "^[0-9]{1,64}\\.[0-9]{4}$", "description": "Four places, half to even; the band is judged on the exact ratio." }, "reported": { "title": "报送等级 · Level as sent", "x-title": { "zh": "报送等级", "en": "Level as sent" }, "enum": ["general", "large", "major", null] } } } } }, "substances": { "title": "风险物质 · Substances", "x-title": { "zh": "风险物质", "en": "Substances" }, "type": "array", "maxItems": 200, "items": { "type": "object", "additionalProperties": false, "required": ["cas", "media", "name", "phase", "quantity", "threshold"], "anyOf": [{ "properties": { "cas": { "type": "string" } } }, { "properties": { "name": { "type": "string" } } }], "properties": { "cas": { "title": "CAS 号 · CAS number", "x-title": { "zh": "CAS 号", "en": "CAS number" }, "type": ["string", "null"], "pattern": "^[0-9]{2,7}-[0-9]{2}-[0-9]$" }, "media": { "title": "涉及环境 · Media", "x-title": { "zh": "涉及环境", "en": "Media" }, "description": "What may carry it away: gaseous and volatile substances air, water-related ones water; null when not stated.", "anyOf": [{ "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true, "items": { "enum": ["air", "water"] } }, { "type": "null" }] }, "name": { "title": "物质名称 · Substance", "x-title": { "zh": "物质名称", "en": "Substance" }, "type": ["string", "null"], "minLength": 1, "maxLength": 64 }, "phase": { "title": "物态 · Phase", "x-title": { "zh": "物态", "en": "Phase" }, "enum": ["gas", "liquid", "solid", null] }, "quantity": { "title": "最大存在量 · Largest amount present", "x-title": { "zh": "最大存在量", "en": "Largest amount present" }, "allOf": [{ "$ref": "#/$defs/figure" }], "properties": { "unit": { "const": "t" }, "value": { "minimum": 0, "maximum": 1e8 } }, "x-unit": "t" }, "threshold": { "title": "临界量 · Threshold", "x-title": { "zh": "临界量", "en": "Threshold" }, "anyOf": [{ "allOf": [{ "$ref": "#/$defs/figure" }], "properties": { "unit": { "const": "t" }, "value": { "exclusiveMinimum": 0, "maximum": 1e8 } } }, { "type": "null" }], "x-unit": "t", "x-source": "As sent; HJ 941-2018 annex A" } } } } }, "$defs": { "figure": { "title": "数值 · Figure", "x-title": { "zh": "数值", "en": "Figure" }, "type": "object", "additionalProperties": false, "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit.", "properties": { "qualifier": { "enum": [null] }, "reported": { "type": "string", "minLength": 1, "maxLength": 32 }, "unit": { "type": "string" }, "value": { "type": "number" } } } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var func0 = require_equal().default;
var pattern3 = new RegExp("^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$", "u");
var pattern4 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
var pattern5 = new RegExp("^[0-9]{6}$", "u");
var pattern6 = new RegExp("^([0-9]{6}(-[0-9]{4})?|(cq|sc)-\\S+)$", "u");
var pattern7 = new RegExp("^[A-Z]?[0-9]{4}$", "u");
var pattern8 = new RegExp("^\\+?[0-9][0-9-]{4,22}(转[0-9]{1,6})?$", "u");
var pattern9 = new RegExp("^/", "u");
var pattern10 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
var pattern11 = new RegExp("^[0-9]{1,64}\\.[0-9]{4}$", "u");
var pattern12 = new RegExp("^(一般|较大|重大)", "u");
var pattern14 = new RegExp("^[0-9]{2,7}-[0-9]{2}-[0-9]$", "u");
var schema20 = { "title": "数值 · Figure", "x-title": { "zh": "数值", "en": "Figure" }, "type": "object", "additionalProperties": false, "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit.", "properties": { "qualifier": { "enum": [null] }, "reported": { "type": "string", "minLength": 1, "maxLength": 32 }, "unit": { "type": "string" }, "value": { "type": "number" } } };
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
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.qualifier === void 0 && (missing0 = "qualifier") || data.reported === void 0 && (missing0 = "reported") || data.unit === void 0 && (missing0 = "unit") || data.value === void 0 && (missing0 = "value")) {
        validate53.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "qualifier" || key0 === "reported" || key0 === "unit" || key0 === "value")) {
            validate53.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.qualifier !== void 0) {
            const _errs2 = errors;
            if (!(data.qualifier === null)) {
              validate53.errors = [{ instancePath: instancePath + "/qualifier", schemaPath: "#/properties/qualifier/enum", keyword: "enum", params: { allowedValues: schema20.properties.qualifier.enum }, message: "must be equal to one of the allowed values" }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.reported !== void 0) {
              let data1 = data.reported;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 === "string") {
                  if (func2(data1) > 32) {
                    validate53.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }];
                    return false;
                  } else {
                    if (func2(data1) < 1) {
                      validate53.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                } else {
                  validate53.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.unit !== void 0) {
                const _errs5 = errors;
                if (typeof data.unit !== "string") {
                  validate53.errors = [{ instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                  return false;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.value !== void 0) {
                  let data3 = data.value;
                  const _errs7 = errors;
                  if (!(typeof data3 == "number" && isFinite(data3))) {
                    validate53.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate53.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
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
      if (data.asOf === void 0 && (missing0 = "asOf") || data.contact === void 0 && (missing0 = "contact") || data.distanceToBoundary === void 0 && (missing0 = "distanceToBoundary") || data.division === void 0 && (missing0 = "division") || data.downstreamSections === void 0 && (missing0 = "downstreamSections") || data.enterprise === void 0 && (missing0 = "enterprise") || data.industry === void 0 && (missing0 = "industry") || data.location === void 0 && (missing0 = "location") || data.notes === void 0 && (missing0 = "notes") || data.originator === void 0 && (missing0 = "originator") || data.publication === void 0 && (missing0 = "publication") || data.receivingRiver === void 0 && (missing0 = "receivingRiver") || data.review === void 0 && (missing0 = "review") || data.riskLevel === void 0 && (missing0 = "riskLevel") || data.site === void 0 && (missing0 = "site") || data.substances === void 0 && (missing0 = "substances")) {
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
          if (data.enterprise !== void 0) {
            let data0 = data.enterprise;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                let missing1;
                if (data0.code === void 0 && (missing1 = "code") || data0.name === void 0 && (missing1 = "name")) {
                  validate52.errors = [{ instancePath: instancePath + "/enterprise", schemaPath: "#/properties/enterprise/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                  return false;
                } else {
                  const _errs4 = errors;
                  for (const key1 in data0) {
                    if (!(key1 === "code" || key1 === "name")) {
                      validate52.errors = [{ instancePath: instancePath + "/enterprise", schemaPath: "#/properties/enterprise/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                      return false;
                      break;
                    }
                  }
                  if (_errs4 === errors) {
                    if (data0.code !== void 0) {
                      let data1 = data0.code;
                      const _errs5 = errors;
                      if (errors === _errs5) {
                        if (typeof data1 === "string") {
                          if (!pattern3.test(data1)) {
                            validate52.errors = [{ instancePath: instancePath + "/enterprise/code", schemaPath: "#/properties/enterprise/properties/code/pattern", keyword: "pattern", params: { pattern: "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$" }, message: 'must match pattern "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$"' }];
                            return false;
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/enterprise/code", schemaPath: "#/properties/enterprise/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid1 = _errs5 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data0.name !== void 0) {
                        let data2 = data0.name;
                        const _errs7 = errors;
                        if (errors === _errs7) {
                          if (typeof data2 === "string") {
                            if (func2(data2) > 128) {
                              validate52.errors = [{ instancePath: instancePath + "/enterprise/name", schemaPath: "#/properties/enterprise/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                              return false;
                            } else {
                              if (func2(data2) < 1) {
                                validate52.errors = [{ instancePath: instancePath + "/enterprise/name", schemaPath: "#/properties/enterprise/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          } else {
                            validate52.errors = [{ instancePath: instancePath + "/enterprise/name", schemaPath: "#/properties/enterprise/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid1 = _errs7 === errors;
                      } else {
                        var valid1 = true;
                      }
                    }
                  }
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/enterprise", schemaPath: "#/properties/enterprise/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.site !== void 0) {
              let data3 = data.site;
              const _errs9 = errors;
              if (typeof data3 !== "string" && data3 !== null) {
                validate52.errors = [{ instancePath: instancePath + "/site", schemaPath: "#/properties/site/type", keyword: "type", params: { type: schema19.properties.site.type }, message: "must be string,null" }];
                return false;
              }
              if (errors === _errs9) {
                if (typeof data3 === "string") {
                  if (func2(data3) > 64) {
                    validate52.errors = [{ instancePath: instancePath + "/site", schemaPath: "#/properties/site/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                    return false;
                  } else {
                    if (func2(data3) < 1) {
                      validate52.errors = [{ instancePath: instancePath + "/site", schemaPath: "#/properties/site/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs9 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.asOf !== void 0) {
                let data4 = data.asOf;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (typeof data4 === "string") {
                    if (!pattern4.test(data4)) {
                      validate52.errors = [{ instancePath: instancePath + "/asOf", schemaPath: "#/properties/asOf/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, message: 'must match pattern "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"' }];
                      return false;
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/asOf", schemaPath: "#/properties/asOf/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                    return false;
                  }
                }
                var valid0 = _errs11 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.location !== void 0) {
                  let data5 = data.location;
                  const _errs13 = errors;
                  if (!(data5 && typeof data5 == "object" && !Array.isArray(data5)) && data5 !== null) {
                    validate52.errors = [{ instancePath: instancePath + "/location", schemaPath: "#/properties/location/type", keyword: "type", params: { type: schema19.properties.location.type }, message: "must be object,null" }];
                    return false;
                  }
                  if (errors === _errs13) {
                    if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                      let missing2;
                      if (data5.crs === void 0 && (missing2 = "crs") || data5.latitude === void 0 && (missing2 = "latitude") || data5.longitude === void 0 && (missing2 = "longitude")) {
                        validate52.errors = [{ instancePath: instancePath + "/location", schemaPath: "#/properties/location/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                        return false;
                      } else {
                        const _errs15 = errors;
                        for (const key2 in data5) {
                          if (!(key2 === "crs" || key2 === "latitude" || key2 === "longitude")) {
                            validate52.errors = [{ instancePath: instancePath + "/location", schemaPath: "#/properties/location/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                            return false;
                            break;
                          }
                        }
                        if (_errs15 === errors) {
                          if (data5.crs !== void 0) {
                            const _errs16 = errors;
                            if (!(data5.crs === "CGCS2000")) {
                              validate52.errors = [{ instancePath: instancePath + "/location/crs", schemaPath: "#/properties/location/properties/crs/enum", keyword: "enum", params: { allowedValues: schema19.properties.location.properties.crs.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid2 = _errs16 === errors;
                          } else {
                            var valid2 = true;
                          }
                          if (valid2) {
                            if (data5.latitude !== void 0) {
                              let data7 = data5.latitude;
                              const _errs17 = errors;
                              if (!validate53(data7, { instancePath: instancePath + "/location/latitude", parentData: data5, parentDataProperty: "latitude", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                errors = vErrors.length;
                              }
                              if (errors === _errs17) {
                                if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                                  if (data7.unit !== void 0) {
                                    const _errs19 = errors;
                                    if ("°" !== data7.unit) {
                                      validate52.errors = [{ instancePath: instancePath + "/location/latitude/unit", schemaPath: "#/properties/location/properties/latitude/properties/unit/const", keyword: "const", params: { allowedValue: "°" }, message: "must be equal to constant" }];
                                      return false;
                                    }
                                    var valid4 = _errs19 === errors;
                                  } else {
                                    var valid4 = true;
                                  }
                                  if (valid4) {
                                    if (data7.value !== void 0) {
                                      let data9 = data7.value;
                                      const _errs20 = errors;
                                      if (typeof data9 == "number" && isFinite(data9)) {
                                        if (data9 > 35 || isNaN(data9)) {
                                          validate52.errors = [{ instancePath: instancePath + "/location/latitude/value", schemaPath: "#/properties/location/properties/latitude/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 35 }, message: "must be <= 35" }];
                                          return false;
                                        } else {
                                          if (data9 < 26 || isNaN(data9)) {
                                            validate52.errors = [{ instancePath: instancePath + "/location/latitude/value", schemaPath: "#/properties/location/properties/latitude/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 26 }, message: "must be >= 26" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid4 = _errs20 === errors;
                                    } else {
                                      var valid4 = true;
                                    }
                                  }
                                }
                              }
                              var valid2 = _errs17 === errors;
                            } else {
                              var valid2 = true;
                            }
                            if (valid2) {
                              if (data5.longitude !== void 0) {
                                let data10 = data5.longitude;
                                const _errs21 = errors;
                                if (!validate53(data10, { instancePath: instancePath + "/location/longitude", parentData: data5, parentDataProperty: "longitude", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                  errors = vErrors.length;
                                }
                                if (errors === _errs21) {
                                  if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                                    if (data10.unit !== void 0) {
                                      const _errs23 = errors;
                                      if ("°" !== data10.unit) {
                                        validate52.errors = [{ instancePath: instancePath + "/location/longitude/unit", schemaPath: "#/properties/location/properties/longitude/properties/unit/const", keyword: "const", params: { allowedValue: "°" }, message: "must be equal to constant" }];
                                        return false;
                                      }
                                      var valid6 = _errs23 === errors;
                                    } else {
                                      var valid6 = true;
                                    }
                                    if (valid6) {
                                      if (data10.value !== void 0) {
                                        let data12 = data10.value;
                                        const _errs24 = errors;
                                        if (typeof data12 == "number" && isFinite(data12)) {
                                          if (data12 > 111 || isNaN(data12)) {
                                            validate52.errors = [{ instancePath: instancePath + "/location/longitude/value", schemaPath: "#/properties/location/properties/longitude/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 111 }, message: "must be <= 111" }];
                                            return false;
                                          } else {
                                            if (data12 < 97 || isNaN(data12)) {
                                              validate52.errors = [{ instancePath: instancePath + "/location/longitude/value", schemaPath: "#/properties/location/properties/longitude/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 97 }, message: "must be >= 97" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid6 = _errs24 === errors;
                                      } else {
                                        var valid6 = true;
                                      }
                                    }
                                  }
                                }
                                var valid2 = _errs21 === errors;
                              } else {
                                var valid2 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.division !== void 0) {
                    let data13 = data.division;
                    const _errs25 = errors;
                    if (errors === _errs25) {
                      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                        let missing3;
                        if (data13.code === void 0 && (missing3 = "code") || data13.id === void 0 && (missing3 = "id") || data13.name === void 0 && (missing3 = "name")) {
                          validate52.errors = [{ instancePath: instancePath + "/division", schemaPath: "#/properties/division/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                          return false;
                        } else {
                          const _errs27 = errors;
                          for (const key3 in data13) {
                            if (!(key3 === "code" || key3 === "id" || key3 === "name")) {
                              validate52.errors = [{ instancePath: instancePath + "/division", schemaPath: "#/properties/division/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                              return false;
                              break;
                            }
                          }
                          if (_errs27 === errors) {
                            if (data13.code !== void 0) {
                              let data14 = data13.code;
                              const _errs28 = errors;
                              if (typeof data14 !== "string" && data14 !== null) {
                                validate52.errors = [{ instancePath: instancePath + "/division/code", schemaPath: "#/properties/division/properties/code/type", keyword: "type", params: { type: schema19.properties.division.properties.code.type }, message: "must be string,null" }];
                                return false;
                              }
                              if (errors === _errs28) {
                                if (typeof data14 === "string") {
                                  if (!pattern5.test(data14)) {
                                    validate52.errors = [{ instancePath: instancePath + "/division/code", schemaPath: "#/properties/division/properties/code/pattern", keyword: "pattern", params: { pattern: "^[0-9]{6}$" }, message: 'must match pattern "^[0-9]{6}$"' }];
                                    return false;
                                  }
                                }
                              }
                              var valid7 = _errs28 === errors;
                            } else {
                              var valid7 = true;
                            }
                            if (valid7) {
                              if (data13.id !== void 0) {
                                let data15 = data13.id;
                                const _errs30 = errors;
                                if (errors === _errs30) {
                                  if (typeof data15 === "string") {
                                    if (func2(data15) > 64) {
                                      validate52.errors = [{ instancePath: instancePath + "/division/id", schemaPath: "#/properties/division/properties/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                      return false;
                                    } else {
                                      if (func2(data15) < 4) {
                                        validate52.errors = [{ instancePath: instancePath + "/division/id", schemaPath: "#/properties/division/properties/id/minLength", keyword: "minLength", params: { limit: 4 }, message: "must NOT have fewer than 4 characters" }];
                                        return false;
                                      } else {
                                        if (!pattern6.test(data15)) {
                                          validate52.errors = [{ instancePath: instancePath + "/division/id", schemaPath: "#/properties/division/properties/id/pattern", keyword: "pattern", params: { pattern: "^([0-9]{6}(-[0-9]{4})?|(cq|sc)-\\S+)$" }, message: 'must match pattern "^([0-9]{6}(-[0-9]{4})?|(cq|sc)-\\S+)$"' }];
                                          return false;
                                        }
                                      }
                                    }
                                  } else {
                                    validate52.errors = [{ instancePath: instancePath + "/division/id", schemaPath: "#/properties/division/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid7 = _errs30 === errors;
                              } else {
                                var valid7 = true;
                              }
                              if (valid7) {
                                if (data13.name !== void 0) {
                                  let data16 = data13.name;
                                  const _errs32 = errors;
                                  if (errors === _errs32) {
                                    if (typeof data16 === "string") {
                                      if (func2(data16) > 64) {
                                        validate52.errors = [{ instancePath: instancePath + "/division/name", schemaPath: "#/properties/division/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                        return false;
                                      } else {
                                        if (func2(data16) < 1) {
                                          validate52.errors = [{ instancePath: instancePath + "/division/name", schemaPath: "#/properties/division/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate52.errors = [{ instancePath: instancePath + "/division/name", schemaPath: "#/properties/division/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                      return false;
                                    }
                                  }
                                  var valid7 = _errs32 === errors;
                                } else {
                                  var valid7 = true;
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/division", schemaPath: "#/properties/division/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                        return false;
                      }
                    }
                    var valid0 = _errs25 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.industry !== void 0) {
                      let data17 = data.industry;
                      const _errs34 = errors;
                      if (!(data17 && typeof data17 == "object" && !Array.isArray(data17)) && data17 !== null) {
                        validate52.errors = [{ instancePath: instancePath + "/industry", schemaPath: "#/properties/industry/type", keyword: "type", params: { type: schema19.properties.industry.type }, message: "must be object,null" }];
                        return false;
                      }
                      if (errors === _errs34) {
                        if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                          let missing4;
                          if (data17.code === void 0 && (missing4 = "code") || data17.name === void 0 && (missing4 = "name")) {
                            validate52.errors = [{ instancePath: instancePath + "/industry", schemaPath: "#/properties/industry/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                            return false;
                          } else {
                            const _errs36 = errors;
                            for (const key4 in data17) {
                              if (!(key4 === "code" || key4 === "name")) {
                                validate52.errors = [{ instancePath: instancePath + "/industry", schemaPath: "#/properties/industry/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                                return false;
                                break;
                              }
                            }
                            if (_errs36 === errors) {
                              if (data17.code !== void 0) {
                                let data18 = data17.code;
                                const _errs37 = errors;
                                if (typeof data18 !== "string" && data18 !== null) {
                                  validate52.errors = [{ instancePath: instancePath + "/industry/code", schemaPath: "#/properties/industry/properties/code/type", keyword: "type", params: { type: schema19.properties.industry.properties.code.type }, message: "must be string,null" }];
                                  return false;
                                }
                                if (errors === _errs37) {
                                  if (typeof data18 === "string") {
                                    if (!pattern7.test(data18)) {
                                      validate52.errors = [{ instancePath: instancePath + "/industry/code", schemaPath: "#/properties/industry/properties/code/pattern", keyword: "pattern", params: { pattern: "^[A-Z]?[0-9]{4}$" }, message: 'must match pattern "^[A-Z]?[0-9]{4}$"' }];
                                      return false;
                                    }
                                  }
                                }
                                var valid8 = _errs37 === errors;
                              } else {
                                var valid8 = true;
                              }
                              if (valid8) {
                                if (data17.name !== void 0) {
                                  let data19 = data17.name;
                                  const _errs39 = errors;
                                  if (typeof data19 !== "string" && data19 !== null) {
                                    validate52.errors = [{ instancePath: instancePath + "/industry/name", schemaPath: "#/properties/industry/properties/name/type", keyword: "type", params: { type: schema19.properties.industry.properties.name.type }, message: "must be string,null" }];
                                    return false;
                                  }
                                  if (errors === _errs39) {
                                    if (typeof data19 === "string") {
                                      if (func2(data19) > 64) {
                                        validate52.errors = [{ instancePath: instancePath + "/industry/name", schemaPath: "#/properties/industry/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                        return false;
                                      } else {
                                        if (func2(data19) < 1) {
                                          validate52.errors = [{ instancePath: instancePath + "/industry/name", schemaPath: "#/properties/industry/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    }
                                  }
                                  var valid8 = _errs39 === errors;
                                } else {
                                  var valid8 = true;
                                }
                              }
                            }
                          }
                        }
                      }
                      var valid0 = _errs34 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.receivingRiver !== void 0) {
                        let data20 = data.receivingRiver;
                        const _errs41 = errors;
                        if (!(data20 && typeof data20 == "object" && !Array.isArray(data20)) && data20 !== null) {
                          validate52.errors = [{ instancePath: instancePath + "/receivingRiver", schemaPath: "#/properties/receivingRiver/type", keyword: "type", params: { type: schema19.properties.receivingRiver.type }, message: "must be object,null" }];
                          return false;
                        }
                        if (errors === _errs41) {
                          if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
                            let missing5;
                            if (data20.boundary === void 0 && (missing5 = "boundary") || data20.name === void 0 && (missing5 = "name")) {
                              validate52.errors = [{ instancePath: instancePath + "/receivingRiver", schemaPath: "#/properties/receivingRiver/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                              return false;
                            } else {
                              const _errs43 = errors;
                              for (const key5 in data20) {
                                if (!(key5 === "boundary" || key5 === "name")) {
                                  validate52.errors = [{ instancePath: instancePath + "/receivingRiver", schemaPath: "#/properties/receivingRiver/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs43 === errors) {
                                if (data20.boundary !== void 0) {
                                  const _errs44 = errors;
                                  if (typeof data20.boundary !== "boolean") {
                                    validate52.errors = [{ instancePath: instancePath + "/receivingRiver/boundary", schemaPath: "#/properties/receivingRiver/properties/boundary/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" }];
                                    return false;
                                  }
                                  var valid9 = _errs44 === errors;
                                } else {
                                  var valid9 = true;
                                }
                                if (valid9) {
                                  if (data20.name !== void 0) {
                                    let data22 = data20.name;
                                    const _errs46 = errors;
                                    if (errors === _errs46) {
                                      if (typeof data22 === "string") {
                                        if (func2(data22) > 64) {
                                          validate52.errors = [{ instancePath: instancePath + "/receivingRiver/name", schemaPath: "#/properties/receivingRiver/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                          return false;
                                        } else {
                                          if (func2(data22) < 1) {
                                            validate52.errors = [{ instancePath: instancePath + "/receivingRiver/name", schemaPath: "#/properties/receivingRiver/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                            return false;
                                          }
                                        }
                                      } else {
                                        validate52.errors = [{ instancePath: instancePath + "/receivingRiver/name", schemaPath: "#/properties/receivingRiver/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                    }
                                    var valid9 = _errs46 === errors;
                                  } else {
                                    var valid9 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                        var valid0 = _errs41 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.distanceToBoundary !== void 0) {
                          let data23 = data.distanceToBoundary;
                          const _errs48 = errors;
                          const _errs49 = errors;
                          let valid10 = false;
                          const _errs50 = errors;
                          if (!validate53(data23, { instancePath: instancePath + "/distanceToBoundary", parentData: data, parentDataProperty: "distanceToBoundary", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                            errors = vErrors.length;
                          }
                          if (errors === _errs50) {
                            if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                              if (data23.unit !== void 0) {
                                const _errs52 = errors;
                                if ("km" !== data23.unit) {
                                  const err0 = { instancePath: instancePath + "/distanceToBoundary/unit", schemaPath: "#/properties/distanceToBoundary/anyOf/0/properties/unit/const", keyword: "const", params: { allowedValue: "km" }, message: "must be equal to constant" };
                                  if (vErrors === null) {
                                    vErrors = [err0];
                                  } else {
                                    vErrors.push(err0);
                                  }
                                  errors++;
                                }
                                var valid12 = _errs52 === errors;
                              } else {
                                var valid12 = true;
                              }
                              if (valid12) {
                                if (data23.value !== void 0) {
                                  let data25 = data23.value;
                                  const _errs53 = errors;
                                  if (typeof data25 == "number" && isFinite(data25)) {
                                    if (data25 > 1500 || isNaN(data25)) {
                                      const err1 = { instancePath: instancePath + "/distanceToBoundary/value", schemaPath: "#/properties/distanceToBoundary/anyOf/0/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1500 }, message: "must be <= 1500" };
                                      if (vErrors === null) {
                                        vErrors = [err1];
                                      } else {
                                        vErrors.push(err1);
                                      }
                                      errors++;
                                    } else {
                                      if (data25 < 0 || isNaN(data25)) {
                                        const err2 = { instancePath: instancePath + "/distanceToBoundary/value", schemaPath: "#/properties/distanceToBoundary/anyOf/0/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                                        if (vErrors === null) {
                                          vErrors = [err2];
                                        } else {
                                          vErrors.push(err2);
                                        }
                                        errors++;
                                      }
                                    }
                                  }
                                  var valid12 = _errs53 === errors;
                                } else {
                                  var valid12 = true;
                                }
                              }
                            }
                          }
                          var _valid0 = _errs50 === errors;
                          valid10 = valid10 || _valid0;
                          const _errs54 = errors;
                          if (data23 !== null) {
                            const err3 = { instancePath: instancePath + "/distanceToBoundary", schemaPath: "#/properties/distanceToBoundary/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                            if (vErrors === null) {
                              vErrors = [err3];
                            } else {
                              vErrors.push(err3);
                            }
                            errors++;
                          }
                          var _valid0 = _errs54 === errors;
                          valid10 = valid10 || _valid0;
                          if (!valid10) {
                            const err4 = { instancePath: instancePath + "/distanceToBoundary", schemaPath: "#/properties/distanceToBoundary/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                            if (vErrors === null) {
                              vErrors = [err4];
                            } else {
                              vErrors.push(err4);
                            }
                            errors++;
                            validate52.errors = vErrors;
                            return false;
                          } else {
                            errors = _errs49;
                            if (vErrors !== null) {
                              if (_errs49) {
                                vErrors.length = _errs49;
                              } else {
                                vErrors = null;
                              }
                            }
                          }
                          var valid0 = _errs48 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.downstreamSections !== void 0) {
                            let data26 = data.downstreamSections;
                            const _errs56 = errors;
                            if (errors === _errs56) {
                              if (Array.isArray(data26)) {
                                if (data26.length > 20) {
                                  validate52.errors = [{ instancePath: instancePath + "/downstreamSections", schemaPath: "#/properties/downstreamSections/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items" }];
                                  return false;
                                } else {
                                  var valid13 = true;
                                  const len0 = data26.length;
                                  for (let i0 = 0; i0 < len0; i0++) {
                                    let data27 = data26[i0];
                                    const _errs58 = errors;
                                    if (errors === _errs58) {
                                      if (typeof data27 === "string") {
                                        if (func2(data27) > 64) {
                                          validate52.errors = [{ instancePath: instancePath + "/downstreamSections/" + i0, schemaPath: "#/properties/downstreamSections/items/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                          return false;
                                        } else {
                                          if (func2(data27) < 1) {
                                            validate52.errors = [{ instancePath: instancePath + "/downstreamSections/" + i0, schemaPath: "#/properties/downstreamSections/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                            return false;
                                          }
                                        }
                                      } else {
                                        validate52.errors = [{ instancePath: instancePath + "/downstreamSections/" + i0, schemaPath: "#/properties/downstreamSections/items/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                    }
                                    var valid13 = _errs58 === errors;
                                    if (!valid13) {
                                      break;
                                    }
                                  }
                                  if (valid13) {
                                    let i1 = data26.length;
                                    let j0;
                                    if (i1 > 1) {
                                      const indices0 = {};
                                      for (; i1--; ) {
                                        let item0 = data26[i1];
                                        if (typeof item0 !== "string") {
                                          continue;
                                        }
                                        if (typeof indices0[item0] == "number") {
                                          j0 = indices0[item0];
                                          validate52.errors = [{ instancePath: instancePath + "/downstreamSections", schemaPath: "#/properties/downstreamSections/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }];
                                          return false;
                                          break;
                                        }
                                        indices0[item0] = i1;
                                      }
                                    }
                                  }
                                }
                              } else {
                                validate52.errors = [{ instancePath: instancePath + "/downstreamSections", schemaPath: "#/properties/downstreamSections/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                return false;
                              }
                            }
                            var valid0 = _errs56 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.contact !== void 0) {
                              let data28 = data.contact;
                              const _errs60 = errors;
                              if (!(data28 && typeof data28 == "object" && !Array.isArray(data28)) && data28 !== null) {
                                validate52.errors = [{ instancePath: instancePath + "/contact", schemaPath: "#/properties/contact/type", keyword: "type", params: { type: schema19.properties.contact.type }, message: "must be object,null" }];
                                return false;
                              }
                              if (errors === _errs60) {
                                if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
                                  let missing6;
                                  if (data28.phone === void 0 && (missing6 = "phone") || data28.post === void 0 && (missing6 = "post")) {
                                    validate52.errors = [{ instancePath: instancePath + "/contact", schemaPath: "#/properties/contact/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" }];
                                    return false;
                                  } else {
                                    const _errs62 = errors;
                                    for (const key6 in data28) {
                                      if (!(key6 === "phone" || key6 === "post")) {
                                        validate52.errors = [{ instancePath: instancePath + "/contact", schemaPath: "#/properties/contact/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" }];
                                        return false;
                                        break;
                                      }
                                    }
                                    if (_errs62 === errors) {
                                      if (data28.phone !== void 0) {
                                        let data29 = data28.phone;
                                        const _errs63 = errors;
                                        if (typeof data29 !== "string" && data29 !== null) {
                                          validate52.errors = [{ instancePath: instancePath + "/contact/phone", schemaPath: "#/properties/contact/properties/phone/type", keyword: "type", params: { type: schema19.properties.contact.properties.phone.type }, message: "must be string,null" }];
                                          return false;
                                        }
                                        if (errors === _errs63) {
                                          if (typeof data29 === "string") {
                                            if (!pattern8.test(data29)) {
                                              validate52.errors = [{ instancePath: instancePath + "/contact/phone", schemaPath: "#/properties/contact/properties/phone/pattern", keyword: "pattern", params: { pattern: "^\\+?[0-9][0-9-]{4,22}(转[0-9]{1,6})?$" }, message: 'must match pattern "^\\+?[0-9][0-9-]{4,22}(转[0-9]{1,6})?$"' }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid15 = _errs63 === errors;
                                      } else {
                                        var valid15 = true;
                                      }
                                      if (valid15) {
                                        if (data28.post !== void 0) {
                                          let data30 = data28.post;
                                          const _errs65 = errors;
                                          if (typeof data30 !== "string" && data30 !== null) {
                                            validate52.errors = [{ instancePath: instancePath + "/contact/post", schemaPath: "#/properties/contact/properties/post/type", keyword: "type", params: { type: schema19.properties.contact.properties.post.type }, message: "must be string,null" }];
                                            return false;
                                          }
                                          if (errors === _errs65) {
                                            if (typeof data30 === "string") {
                                              if (func2(data30) > 40) {
                                                validate52.errors = [{ instancePath: instancePath + "/contact/post", schemaPath: "#/properties/contact/properties/post/maxLength", keyword: "maxLength", params: { limit: 40 }, message: "must NOT have more than 40 characters" }];
                                                return false;
                                              } else {
                                                if (func2(data30) < 1) {
                                                  validate52.errors = [{ instancePath: instancePath + "/contact/post", schemaPath: "#/properties/contact/properties/post/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                  return false;
                                                }
                                              }
                                            }
                                          }
                                          var valid15 = _errs65 === errors;
                                        } else {
                                          var valid15 = true;
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                              var valid0 = _errs60 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.originator !== void 0) {
                                let data31 = data.originator;
                                const _errs67 = errors;
                                if (!(data31 === "cq" || data31 === "sc")) {
                                  validate52.errors = [{ instancePath: instancePath + "/originator", schemaPath: "#/properties/originator/enum", keyword: "enum", params: { allowedValues: schema19.properties.originator.enum }, message: "must be equal to one of the allowed values" }];
                                  return false;
                                }
                                var valid0 = _errs67 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.publication !== void 0) {
                                  const _errs68 = errors;
                                  if (!(data.publication === "none")) {
                                    validate52.errors = [{ instancePath: instancePath + "/publication", schemaPath: "#/properties/publication/enum", keyword: "enum", params: { allowedValues: schema19.properties.publication.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid0 = _errs68 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.review !== void 0) {
                                    let data33 = data.review;
                                    const _errs69 = errors;
                                    if (!(data33 === "raw" || data33 === "reviewed" || data33 === "final")) {
                                      validate52.errors = [{ instancePath: instancePath + "/review", schemaPath: "#/properties/review/enum", keyword: "enum", params: { allowedValues: schema19.properties.review.enum }, message: "must be equal to one of the allowed values" }];
                                      return false;
                                    }
                                    var valid0 = _errs69 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.notes !== void 0) {
                                      let data34 = data.notes;
                                      const _errs70 = errors;
                                      if (errors === _errs70) {
                                        if (Array.isArray(data34)) {
                                          if (data34.length > 64) {
                                            validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/maxItems", keyword: "maxItems", params: { limit: 64 }, message: "must NOT have more than 64 items" }];
                                            return false;
                                          } else {
                                            var valid16 = true;
                                            const len1 = data34.length;
                                            for (let i2 = 0; i2 < len1; i2++) {
                                              let data35 = data34[i2];
                                              const _errs72 = errors;
                                              if (errors === _errs72) {
                                                if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
                                                  let missing7;
                                                  if (data35.rule === void 0 && (missing7 = "rule")) {
                                                    validate52.errors = [{ instancePath: instancePath + "/notes/" + i2, schemaPath: "#/properties/notes/items/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" }];
                                                    return false;
                                                  } else {
                                                    const _errs74 = errors;
                                                    for (const key7 in data35) {
                                                      if (!(key7 === "field" || key7 === "rule" || key7 === "sent")) {
                                                        validate52.errors = [{ instancePath: instancePath + "/notes/" + i2, schemaPath: "#/properties/notes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" }];
                                                        return false;
                                                        break;
                                                      }
                                                    }
                                                    if (_errs74 === errors) {
                                                      if (data35.field !== void 0) {
                                                        let data36 = data35.field;
                                                        const _errs75 = errors;
                                                        if (errors === _errs75) {
                                                          if (typeof data36 === "string") {
                                                            if (func2(data36) > 128) {
                                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/field", schemaPath: "#/properties/notes/items/properties/field/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                                              return false;
                                                            } else {
                                                              if (!pattern9.test(data36)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/field", schemaPath: "#/properties/notes/items/properties/field/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' }];
                                                                return false;
                                                              }
                                                            }
                                                          } else {
                                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/field", schemaPath: "#/properties/notes/items/properties/field/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                            return false;
                                                          }
                                                        }
                                                        var valid17 = _errs75 === errors;
                                                      } else {
                                                        var valid17 = true;
                                                      }
                                                      if (valid17) {
                                                        if (data35.rule !== void 0) {
                                                          let data37 = data35.rule;
                                                          const _errs77 = errors;
                                                          if (errors === _errs77) {
                                                            if (typeof data37 === "string") {
                                                              if (func2(data37) > 64) {
                                                                validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                                return false;
                                                              } else {
                                                                if (!pattern10.test(data37)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"' }];
                                                                  return false;
                                                                }
                                                              }
                                                            } else {
                                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid17 = _errs77 === errors;
                                                        } else {
                                                          var valid17 = true;
                                                        }
                                                        if (valid17) {
                                                          if (data35.sent !== void 0) {
                                                            let data38 = data35.sent;
                                                            const _errs79 = errors;
                                                            if (errors === _errs79) {
                                                              if (typeof data38 === "string") {
                                                                if (func2(data38) > 4096) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                                                  return false;
                                                                }
                                                              } else {
                                                                validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                return false;
                                                              }
                                                            }
                                                            var valid17 = _errs79 === errors;
                                                          } else {
                                                            var valid17 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                } else {
                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i2, schemaPath: "#/properties/notes/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                  return false;
                                                }
                                              }
                                              var valid16 = _errs72 === errors;
                                              if (!valid16) {
                                                break;
                                              }
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs70 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.riskLevel !== void 0) {
                                        let data39 = data.riskLevel;
                                        const _errs81 = errors;
                                        if (errors === _errs81) {
                                          if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
                                            let missing8;
                                            if (data39.air === void 0 && (missing8 = "air") || data39.computed === void 0 && (missing8 = "computed") || data39.penalised === void 0 && (missing8 = "penalised") || data39.reported === void 0 && (missing8 = "reported") || data39.standard === void 0 && (missing8 = "standard") || data39.text === void 0 && (missing8 = "text") || data39.water === void 0 && (missing8 = "water")) {
                                              validate52.errors = [{ instancePath: instancePath + "/riskLevel", schemaPath: "#/properties/riskLevel/required", keyword: "required", params: { missingProperty: missing8 }, message: "must have required property '" + missing8 + "'" }];
                                              return false;
                                            } else {
                                              const _errs83 = errors;
                                              for (const key8 in data39) {
                                                if (!(key8 === "air" || key8 === "computed" || key8 === "penalised" || key8 === "reported" || key8 === "standard" || key8 === "text" || key8 === "water")) {
                                                  validate52.errors = [{ instancePath: instancePath + "/riskLevel", schemaPath: "#/properties/riskLevel/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" }];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs83 === errors) {
                                                if (data39.air !== void 0) {
                                                  let data40 = data39.air;
                                                  const _errs84 = errors;
                                                  if (!(data40 && typeof data40 == "object" && !Array.isArray(data40)) && data40 !== null) {
                                                    validate52.errors = [{ instancePath: instancePath + "/riskLevel/air", schemaPath: "#/properties/riskLevel/properties/air/type", keyword: "type", params: { type: schema19.properties.riskLevel.properties.air.type }, message: "must be object,null" }];
                                                    return false;
                                                  }
                                                  if (errors === _errs84) {
                                                    if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
                                                      let missing9;
                                                      if (data40.basis === void 0 && (missing9 = "basis") || data40.e === void 0 && (missing9 = "e") || data40.level === void 0 && (missing9 = "level") || data40.m === void 0 && (missing9 = "m") || data40.q === void 0 && (missing9 = "q") || data40.ratio === void 0 && (missing9 = "ratio") || data40.reported === void 0 && (missing9 = "reported")) {
                                                        validate52.errors = [{ instancePath: instancePath + "/riskLevel/air", schemaPath: "#/properties/riskLevel/properties/air/required", keyword: "required", params: { missingProperty: missing9 }, message: "must have required property '" + missing9 + "'" }];
                                                        return false;
                                                      } else {
                                                        const _errs86 = errors;
                                                        for (const key9 in data40) {
                                                          if (!(key9 === "basis" || key9 === "e" || key9 === "level" || key9 === "m" || key9 === "q" || key9 === "ratio" || key9 === "reported")) {
                                                            validate52.errors = [{ instancePath: instancePath + "/riskLevel/air", schemaPath: "#/properties/riskLevel/properties/air/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" }];
                                                            return false;
                                                            break;
                                                          }
                                                        }
                                                        if (_errs86 === errors) {
                                                          if (data40.basis !== void 0) {
                                                            let data41 = data40.basis;
                                                            const _errs87 = errors;
                                                            if (!(data41 === "substances" || data41 === "reported")) {
                                                              validate52.errors = [{ instancePath: instancePath + "/riskLevel/air/basis", schemaPath: "#/properties/riskLevel/properties/air/properties/basis/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.air.properties.basis.enum }, message: "must be equal to one of the allowed values" }];
                                                              return false;
                                                            }
                                                            var valid19 = _errs87 === errors;
                                                          } else {
                                                            var valid19 = true;
                                                          }
                                                          if (valid19) {
                                                            if (data40.e !== void 0) {
                                                              let data42 = data40.e;
                                                              const _errs88 = errors;
                                                              if (!(data42 === 1 || data42 === 2 || data42 === 3 || data42 === null)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/riskLevel/air/e", schemaPath: "#/properties/riskLevel/properties/air/properties/e/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.air.properties.e.enum }, message: "must be equal to one of the allowed values" }];
                                                                return false;
                                                              }
                                                              var valid19 = _errs88 === errors;
                                                            } else {
                                                              var valid19 = true;
                                                            }
                                                            if (valid19) {
                                                              if (data40.level !== void 0) {
                                                                let data43 = data40.level;
                                                                const _errs89 = errors;
                                                                if (!(data43 === "general" || data43 === "large" || data43 === "major" || data43 === null)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/riskLevel/air/level", schemaPath: "#/properties/riskLevel/properties/air/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.air.properties.level.enum }, message: "must be equal to one of the allowed values" }];
                                                                  return false;
                                                                }
                                                                var valid19 = _errs89 === errors;
                                                              } else {
                                                                var valid19 = true;
                                                              }
                                                              if (valid19) {
                                                                if (data40.m !== void 0) {
                                                                  let data44 = data40.m;
                                                                  const _errs90 = errors;
                                                                  if (!(data44 === 1 || data44 === 2 || data44 === 3 || data44 === 4 || data44 === null)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/riskLevel/air/m", schemaPath: "#/properties/riskLevel/properties/air/properties/m/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.air.properties.m.enum }, message: "must be equal to one of the allowed values" }];
                                                                    return false;
                                                                  }
                                                                  var valid19 = _errs90 === errors;
                                                                } else {
                                                                  var valid19 = true;
                                                                }
                                                                if (valid19) {
                                                                  if (data40.q !== void 0) {
                                                                    let data45 = data40.q;
                                                                    const _errs91 = errors;
                                                                    if (!(data45 === 0 || data45 === 1 || data45 === 2 || data45 === 3 || data45 === null)) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/riskLevel/air/q", schemaPath: "#/properties/riskLevel/properties/air/properties/q/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.air.properties.q.enum }, message: "must be equal to one of the allowed values" }];
                                                                      return false;
                                                                    }
                                                                    var valid19 = _errs91 === errors;
                                                                  } else {
                                                                    var valid19 = true;
                                                                  }
                                                                  if (valid19) {
                                                                    if (data40.ratio !== void 0) {
                                                                      let data46 = data40.ratio;
                                                                      const _errs92 = errors;
                                                                      if (typeof data46 !== "string" && data46 !== null) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/riskLevel/air/ratio", schemaPath: "#/properties/riskLevel/properties/air/properties/ratio/type", keyword: "type", params: { type: schema19.properties.riskLevel.properties.air.properties.ratio.type }, message: "must be string,null" }];
                                                                        return false;
                                                                      }
                                                                      if (errors === _errs92) {
                                                                        if (typeof data46 === "string") {
                                                                          if (!pattern11.test(data46)) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/riskLevel/air/ratio", schemaPath: "#/properties/riskLevel/properties/air/properties/ratio/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,64}\\.[0-9]{4}$" }, message: 'must match pattern "^[0-9]{1,64}\\.[0-9]{4}$"' }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid19 = _errs92 === errors;
                                                                    } else {
                                                                      var valid19 = true;
                                                                    }
                                                                    if (valid19) {
                                                                      if (data40.reported !== void 0) {
                                                                        let data47 = data40.reported;
                                                                        const _errs94 = errors;
                                                                        if (!(data47 === "general" || data47 === "large" || data47 === "major" || data47 === null)) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/riskLevel/air/reported", schemaPath: "#/properties/riskLevel/properties/air/properties/reported/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.air.properties.reported.enum }, message: "must be equal to one of the allowed values" }];
                                                                          return false;
                                                                        }
                                                                        var valid19 = _errs94 === errors;
                                                                      } else {
                                                                        var valid19 = true;
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
                                                  var valid18 = _errs84 === errors;
                                                } else {
                                                  var valid18 = true;
                                                }
                                                if (valid18) {
                                                  if (data39.computed !== void 0) {
                                                    let data48 = data39.computed;
                                                    const _errs95 = errors;
                                                    if (!(data48 === "general" || data48 === "large" || data48 === "major" || data48 === null)) {
                                                      validate52.errors = [{ instancePath: instancePath + "/riskLevel/computed", schemaPath: "#/properties/riskLevel/properties/computed/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.computed.enum }, message: "must be equal to one of the allowed values" }];
                                                      return false;
                                                    }
                                                    var valid18 = _errs95 === errors;
                                                  } else {
                                                    var valid18 = true;
                                                  }
                                                  if (valid18) {
                                                    if (data39.penalised !== void 0) {
                                                      let data49 = data39.penalised;
                                                      const _errs96 = errors;
                                                      if (typeof data49 !== "boolean" && data49 !== null) {
                                                        validate52.errors = [{ instancePath: instancePath + "/riskLevel/penalised", schemaPath: "#/properties/riskLevel/properties/penalised/type", keyword: "type", params: { type: schema19.properties.riskLevel.properties.penalised.type }, message: "must be boolean,null" }];
                                                        return false;
                                                      }
                                                      var valid18 = _errs96 === errors;
                                                    } else {
                                                      var valid18 = true;
                                                    }
                                                    if (valid18) {
                                                      if (data39.reported !== void 0) {
                                                        let data50 = data39.reported;
                                                        const _errs98 = errors;
                                                        if (!(data50 === "general" || data50 === "large" || data50 === "major" || data50 === null)) {
                                                          validate52.errors = [{ instancePath: instancePath + "/riskLevel/reported", schemaPath: "#/properties/riskLevel/properties/reported/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.reported.enum }, message: "must be equal to one of the allowed values" }];
                                                          return false;
                                                        }
                                                        var valid18 = _errs98 === errors;
                                                      } else {
                                                        var valid18 = true;
                                                      }
                                                      if (valid18) {
                                                        if (data39.standard !== void 0) {
                                                          const _errs99 = errors;
                                                          if (!(data39.standard === "HJ 941-2018")) {
                                                            validate52.errors = [{ instancePath: instancePath + "/riskLevel/standard", schemaPath: "#/properties/riskLevel/properties/standard/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.standard.enum }, message: "must be equal to one of the allowed values" }];
                                                            return false;
                                                          }
                                                          var valid18 = _errs99 === errors;
                                                        } else {
                                                          var valid18 = true;
                                                        }
                                                        if (valid18) {
                                                          if (data39.text !== void 0) {
                                                            let data52 = data39.text;
                                                            const _errs100 = errors;
                                                            if (typeof data52 !== "string" && data52 !== null) {
                                                              validate52.errors = [{ instancePath: instancePath + "/riskLevel/text", schemaPath: "#/properties/riskLevel/properties/text/type", keyword: "type", params: { type: schema19.properties.riskLevel.properties.text.type }, message: "must be string,null" }];
                                                              return false;
                                                            }
                                                            if (errors === _errs100) {
                                                              if (typeof data52 === "string") {
                                                                if (func2(data52) > 64) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/riskLevel/text", schemaPath: "#/properties/riskLevel/properties/text/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                                  return false;
                                                                } else {
                                                                  if (!pattern12.test(data52)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/riskLevel/text", schemaPath: "#/properties/riskLevel/properties/text/pattern", keyword: "pattern", params: { pattern: "^(一般|较大|重大)" }, message: 'must match pattern "^(一般|较大|重大)"' }];
                                                                    return false;
                                                                  }
                                                                }
                                                              }
                                                            }
                                                            var valid18 = _errs100 === errors;
                                                          } else {
                                                            var valid18 = true;
                                                          }
                                                          if (valid18) {
                                                            if (data39.water !== void 0) {
                                                              let data53 = data39.water;
                                                              const _errs102 = errors;
                                                              if (!(data53 && typeof data53 == "object" && !Array.isArray(data53)) && data53 !== null) {
                                                                validate52.errors = [{ instancePath: instancePath + "/riskLevel/water", schemaPath: "#/properties/riskLevel/properties/water/type", keyword: "type", params: { type: schema19.properties.riskLevel.properties.water.type }, message: "must be object,null" }];
                                                                return false;
                                                              }
                                                              if (errors === _errs102) {
                                                                if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
                                                                  let missing10;
                                                                  if (data53.basis === void 0 && (missing10 = "basis") || data53.e === void 0 && (missing10 = "e") || data53.level === void 0 && (missing10 = "level") || data53.m === void 0 && (missing10 = "m") || data53.q === void 0 && (missing10 = "q") || data53.ratio === void 0 && (missing10 = "ratio") || data53.reported === void 0 && (missing10 = "reported")) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/riskLevel/water", schemaPath: "#/properties/riskLevel/properties/water/required", keyword: "required", params: { missingProperty: missing10 }, message: "must have required property '" + missing10 + "'" }];
                                                                    return false;
                                                                  } else {
                                                                    const _errs104 = errors;
                                                                    for (const key10 in data53) {
                                                                      if (!(key10 === "basis" || key10 === "e" || key10 === "level" || key10 === "m" || key10 === "q" || key10 === "ratio" || key10 === "reported")) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/riskLevel/water", schemaPath: "#/properties/riskLevel/properties/water/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" }];
                                                                        return false;
                                                                        break;
                                                                      }
                                                                    }
                                                                    if (_errs104 === errors) {
                                                                      if (data53.basis !== void 0) {
                                                                        let data54 = data53.basis;
                                                                        const _errs105 = errors;
                                                                        if (!(data54 === "substances" || data54 === "reported")) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/riskLevel/water/basis", schemaPath: "#/properties/riskLevel/properties/water/properties/basis/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.water.properties.basis.enum }, message: "must be equal to one of the allowed values" }];
                                                                          return false;
                                                                        }
                                                                        var valid20 = _errs105 === errors;
                                                                      } else {
                                                                        var valid20 = true;
                                                                      }
                                                                      if (valid20) {
                                                                        if (data53.e !== void 0) {
                                                                          let data55 = data53.e;
                                                                          const _errs106 = errors;
                                                                          if (!(data55 === 1 || data55 === 2 || data55 === 3 || data55 === null)) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/riskLevel/water/e", schemaPath: "#/properties/riskLevel/properties/water/properties/e/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.water.properties.e.enum }, message: "must be equal to one of the allowed values" }];
                                                                            return false;
                                                                          }
                                                                          var valid20 = _errs106 === errors;
                                                                        } else {
                                                                          var valid20 = true;
                                                                        }
                                                                        if (valid20) {
                                                                          if (data53.level !== void 0) {
                                                                            let data56 = data53.level;
                                                                            const _errs107 = errors;
                                                                            if (!(data56 === "general" || data56 === "large" || data56 === "major" || data56 === null)) {
                                                                              validate52.errors = [{ instancePath: instancePath + "/riskLevel/water/level", schemaPath: "#/properties/riskLevel/properties/water/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.water.properties.level.enum }, message: "must be equal to one of the allowed values" }];
                                                                              return false;
                                                                            }
                                                                            var valid20 = _errs107 === errors;
                                                                          } else {
                                                                            var valid20 = true;
                                                                          }
                                                                          if (valid20) {
                                                                            if (data53.m !== void 0) {
                                                                              let data57 = data53.m;
                                                                              const _errs108 = errors;
                                                                              if (!(data57 === 1 || data57 === 2 || data57 === 3 || data57 === 4 || data57 === null)) {
                                                                                validate52.errors = [{ instancePath: instancePath + "/riskLevel/water/m", schemaPath: "#/properties/riskLevel/properties/water/properties/m/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.water.properties.m.enum }, message: "must be equal to one of the allowed values" }];
                                                                                return false;
                                                                              }
                                                                              var valid20 = _errs108 === errors;
                                                                            } else {
                                                                              var valid20 = true;
                                                                            }
                                                                            if (valid20) {
                                                                              if (data53.q !== void 0) {
                                                                                let data58 = data53.q;
                                                                                const _errs109 = errors;
                                                                                if (!(data58 === 0 || data58 === 1 || data58 === 2 || data58 === 3 || data58 === null)) {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/riskLevel/water/q", schemaPath: "#/properties/riskLevel/properties/water/properties/q/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.water.properties.q.enum }, message: "must be equal to one of the allowed values" }];
                                                                                  return false;
                                                                                }
                                                                                var valid20 = _errs109 === errors;
                                                                              } else {
                                                                                var valid20 = true;
                                                                              }
                                                                              if (valid20) {
                                                                                if (data53.ratio !== void 0) {
                                                                                  let data59 = data53.ratio;
                                                                                  const _errs110 = errors;
                                                                                  if (typeof data59 !== "string" && data59 !== null) {
                                                                                    validate52.errors = [{ instancePath: instancePath + "/riskLevel/water/ratio", schemaPath: "#/properties/riskLevel/properties/water/properties/ratio/type", keyword: "type", params: { type: schema19.properties.riskLevel.properties.water.properties.ratio.type }, message: "must be string,null" }];
                                                                                    return false;
                                                                                  }
                                                                                  if (errors === _errs110) {
                                                                                    if (typeof data59 === "string") {
                                                                                      if (!pattern11.test(data59)) {
                                                                                        validate52.errors = [{ instancePath: instancePath + "/riskLevel/water/ratio", schemaPath: "#/properties/riskLevel/properties/water/properties/ratio/pattern", keyword: "pattern", params: { pattern: "^[0-9]{1,64}\\.[0-9]{4}$" }, message: 'must match pattern "^[0-9]{1,64}\\.[0-9]{4}$"' }];
                                                                                        return false;
                                                                                      }
                                                                                    }
                                                                                  }
                                                                                  var valid20 = _errs110 === errors;
                                                                                } else {
                                                                                  var valid20 = true;
                                                                                }
                                                                                if (valid20) {
                                                                                  if (data53.reported !== void 0) {
                                                                                    let data60 = data53.reported;
                                                                                    const _errs112 = errors;
                                                                                    if (!(data60 === "general" || data60 === "large" || data60 === "major" || data60 === null)) {
                                                                                      validate52.errors = [{ instancePath: instancePath + "/riskLevel/water/reported", schemaPath: "#/properties/riskLevel/properties/water/properties/reported/enum", keyword: "enum", params: { allowedValues: schema19.properties.riskLevel.properties.water.properties.reported.enum }, message: "must be equal to one of the allowed values" }];
                                                                                      return false;
                                                                                    }
                                                                                    var valid20 = _errs112 === errors;
                                                                                  } else {
                                                                                    var valid20 = true;
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
                                                              var valid18 = _errs102 === errors;
                                                            } else {
                                                              var valid18 = true;
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
                                            validate52.errors = [{ instancePath: instancePath + "/riskLevel", schemaPath: "#/properties/riskLevel/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                            return false;
                                          }
                                        }
                                        var valid0 = _errs81 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.substances !== void 0) {
                                          let data61 = data.substances;
                                          const _errs113 = errors;
                                          if (errors === _errs113) {
                                            if (Array.isArray(data61)) {
                                              if (data61.length > 200) {
                                                validate52.errors = [{ instancePath: instancePath + "/substances", schemaPath: "#/properties/substances/maxItems", keyword: "maxItems", params: { limit: 200 }, message: "must NOT have more than 200 items" }];
                                                return false;
                                              } else {
                                                var valid21 = true;
                                                const len2 = data61.length;
                                                for (let i3 = 0; i3 < len2; i3++) {
                                                  let data62 = data61[i3];
                                                  const _errs115 = errors;
                                                  const _errs117 = errors;
                                                  let valid22 = false;
                                                  const _errs118 = errors;
                                                  if (data62 && typeof data62 == "object" && !Array.isArray(data62)) {
                                                    if (data62.cas !== void 0) {
                                                      if (typeof data62.cas !== "string") {
                                                        const err5 = { instancePath: instancePath + "/substances/" + i3 + "/cas", schemaPath: "#/properties/substances/items/anyOf/0/properties/cas/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                        if (vErrors === null) {
                                                          vErrors = [err5];
                                                        } else {
                                                          vErrors.push(err5);
                                                        }
                                                        errors++;
                                                      }
                                                    }
                                                  }
                                                  var _valid1 = _errs118 === errors;
                                                  valid22 = valid22 || _valid1;
                                                  if (_valid1) {
                                                    var props1 = {};
                                                    props1.cas = true;
                                                  }
                                                  const _errs121 = errors;
                                                  if (data62 && typeof data62 == "object" && !Array.isArray(data62)) {
                                                    if (data62.name !== void 0) {
                                                      if (typeof data62.name !== "string") {
                                                        const err6 = { instancePath: instancePath + "/substances/" + i3 + "/name", schemaPath: "#/properties/substances/items/anyOf/1/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                                                        if (vErrors === null) {
                                                          vErrors = [err6];
                                                        } else {
                                                          vErrors.push(err6);
                                                        }
                                                        errors++;
                                                      }
                                                    }
                                                  }
                                                  var _valid1 = _errs121 === errors;
                                                  valid22 = valid22 || _valid1;
                                                  if (_valid1) {
                                                    if (props1 !== true) {
                                                      props1 = props1 || {};
                                                      props1.name = true;
                                                    }
                                                  }
                                                  if (!valid22) {
                                                    const err7 = { instancePath: instancePath + "/substances/" + i3, schemaPath: "#/properties/substances/items/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                                                    if (vErrors === null) {
                                                      vErrors = [err7];
                                                    } else {
                                                      vErrors.push(err7);
                                                    }
                                                    errors++;
                                                    validate52.errors = vErrors;
                                                    return false;
                                                  } else {
                                                    errors = _errs117;
                                                    if (vErrors !== null) {
                                                      if (_errs117) {
                                                        vErrors.length = _errs117;
                                                      } else {
                                                        vErrors = null;
                                                      }
                                                    }
                                                  }
                                                  if (errors === _errs115) {
                                                    if (data62 && typeof data62 == "object" && !Array.isArray(data62)) {
                                                      let missing11;
                                                      if (data62.cas === void 0 && (missing11 = "cas") || data62.media === void 0 && (missing11 = "media") || data62.name === void 0 && (missing11 = "name") || data62.phase === void 0 && (missing11 = "phase") || data62.quantity === void 0 && (missing11 = "quantity") || data62.threshold === void 0 && (missing11 = "threshold")) {
                                                        validate52.errors = [{ instancePath: instancePath + "/substances/" + i3, schemaPath: "#/properties/substances/items/required", keyword: "required", params: { missingProperty: missing11 }, message: "must have required property '" + missing11 + "'" }];
                                                        return false;
                                                      } else {
                                                        const _errs124 = errors;
                                                        for (const key11 in data62) {
                                                          if (!(key11 === "cas" || key11 === "media" || key11 === "name" || key11 === "phase" || key11 === "quantity" || key11 === "threshold")) {
                                                            validate52.errors = [{ instancePath: instancePath + "/substances/" + i3, schemaPath: "#/properties/substances/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" }];
                                                            return false;
                                                            break;
                                                          }
                                                        }
                                                        if (_errs124 === errors) {
                                                          if (data62.cas !== void 0) {
                                                            let data65 = data62.cas;
                                                            const _errs125 = errors;
                                                            if (typeof data65 !== "string" && data65 !== null) {
                                                              validate52.errors = [{ instancePath: instancePath + "/substances/" + i3 + "/cas", schemaPath: "#/properties/substances/items/properties/cas/type", keyword: "type", params: { type: schema19.properties.substances.items.properties.cas.type }, message: "must be string,null" }];
                                                              return false;
                                                            }
                                                            if (errors === _errs125) {
                                                              if (typeof data65 === "string") {
                                                                if (!pattern14.test(data65)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/substances/" + i3 + "/cas", schemaPath: "#/properties/substances/items/properties/cas/pattern", keyword: "pattern", params: { pattern: "^[0-9]{2,7}-[0-9]{2}-[0-9]$" }, message: 'must match pattern "^[0-9]{2,7}-[0-9]{2}-[0-9]$"' }];
                                                                  return false;
                                                                }
                                                              }
                                                            }
                                                            var valid25 = _errs125 === errors;
                                                          } else {
                                                            var valid25 = true;
                                                          }
                                                          if (valid25) {
                                                            if (data62.media !== void 0) {
                                                              let data66 = data62.media;
                                                              const _errs127 = errors;
                                                              const _errs128 = errors;
                                                              let valid26 = false;
                                                              const _errs129 = errors;
                                                              if (errors === _errs129) {
                                                                if (Array.isArray(data66)) {
                                                                  if (data66.length > 2) {
                                                                    const err8 = { instancePath: instancePath + "/substances/" + i3 + "/media", schemaPath: "#/properties/substances/items/properties/media/anyOf/0/maxItems", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
                                                                    if (vErrors === null) {
                                                                      vErrors = [err8];
                                                                    } else {
                                                                      vErrors.push(err8);
                                                                    }
                                                                    errors++;
                                                                  } else {
                                                                    if (data66.length < 1) {
                                                                      const err9 = { instancePath: instancePath + "/substances/" + i3 + "/media", schemaPath: "#/properties/substances/items/properties/media/anyOf/0/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                                                                      if (vErrors === null) {
                                                                        vErrors = [err9];
                                                                      } else {
                                                                        vErrors.push(err9);
                                                                      }
                                                                      errors++;
                                                                    } else {
                                                                      var valid27 = true;
                                                                      const len3 = data66.length;
                                                                      for (let i4 = 0; i4 < len3; i4++) {
                                                                        let data67 = data66[i4];
                                                                        const _errs131 = errors;
                                                                        if (!(data67 === "air" || data67 === "water")) {
                                                                          const err10 = { instancePath: instancePath + "/substances/" + i3 + "/media/" + i4, schemaPath: "#/properties/substances/items/properties/media/anyOf/0/items/enum", keyword: "enum", params: { allowedValues: schema19.properties.substances.items.properties.media.anyOf[0].items.enum }, message: "must be equal to one of the allowed values" };
                                                                          if (vErrors === null) {
                                                                            vErrors = [err10];
                                                                          } else {
                                                                            vErrors.push(err10);
                                                                          }
                                                                          errors++;
                                                                        }
                                                                        var valid27 = _errs131 === errors;
                                                                        if (!valid27) {
                                                                          break;
                                                                        }
                                                                      }
                                                                      if (valid27) {
                                                                        let i5 = data66.length;
                                                                        let j1;
                                                                        if (i5 > 1) {
                                                                          outer0: for (; i5--; ) {
                                                                            for (j1 = i5; j1--; ) {
                                                                              if (func0(data66[i5], data66[j1])) {
                                                                                const err11 = { instancePath: instancePath + "/substances/" + i3 + "/media", schemaPath: "#/properties/substances/items/properties/media/anyOf/0/uniqueItems", keyword: "uniqueItems", params: { i: i5, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i5 + " are identical)" };
                                                                                if (vErrors === null) {
                                                                                  vErrors = [err11];
                                                                                } else {
                                                                                  vErrors.push(err11);
                                                                                }
                                                                                errors++;
                                                                                break outer0;
                                                                              }
                                                                            }
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                  }
                                                                } else {
                                                                  const err12 = { instancePath: instancePath + "/substances/" + i3 + "/media", schemaPath: "#/properties/substances/items/properties/media/anyOf/0/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                                                                  if (vErrors === null) {
                                                                    vErrors = [err12];
                                                                  } else {
                                                                    vErrors.push(err12);
                                                                  }
                                                                  errors++;
                                                                }
                                                              }
                                                              var _valid2 = _errs129 === errors;
                                                              valid26 = valid26 || _valid2;
                                                              const _errs132 = errors;
                                                              if (data66 !== null) {
                                                                const err13 = { instancePath: instancePath + "/substances/" + i3 + "/media", schemaPath: "#/properties/substances/items/properties/media/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                                                                if (vErrors === null) {
                                                                  vErrors = [err13];
                                                                } else {
                                                                  vErrors.push(err13);
                                                                }
                                                                errors++;
                                                              }
                                                              var _valid2 = _errs132 === errors;
                                                              valid26 = valid26 || _valid2;
                                                              if (!valid26) {
                                                                const err14 = { instancePath: instancePath + "/substances/" + i3 + "/media", schemaPath: "#/properties/substances/items/properties/media/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                                                                if (vErrors === null) {
                                                                  vErrors = [err14];
                                                                } else {
                                                                  vErrors.push(err14);
                                                                }
                                                                errors++;
                                                                validate52.errors = vErrors;
                                                                return false;
                                                              } else {
                                                                errors = _errs128;
                                                                if (vErrors !== null) {
                                                                  if (_errs128) {
                                                                    vErrors.length = _errs128;
                                                                  } else {
                                                                    vErrors = null;
                                                                  }
                                                                }
                                                              }
                                                              var valid25 = _errs127 === errors;
                                                            } else {
                                                              var valid25 = true;
                                                            }
                                                            if (valid25) {
                                                              if (data62.name !== void 0) {
                                                                let data68 = data62.name;
                                                                const _errs134 = errors;
                                                                if (typeof data68 !== "string" && data68 !== null) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/substances/" + i3 + "/name", schemaPath: "#/properties/substances/items/properties/name/type", keyword: "type", params: { type: schema19.properties.substances.items.properties.name.type }, message: "must be string,null" }];
                                                                  return false;
                                                                }
                                                                if (errors === _errs134) {
                                                                  if (typeof data68 === "string") {
                                                                    if (func2(data68) > 64) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/substances/" + i3 + "/name", schemaPath: "#/properties/substances/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                                      return false;
                                                                    } else {
                                                                      if (func2(data68) < 1) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/substances/" + i3 + "/name", schemaPath: "#/properties/substances/items/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                                var valid25 = _errs134 === errors;
                                                              } else {
                                                                var valid25 = true;
                                                              }
                                                              if (valid25) {
                                                                if (data62.phase !== void 0) {
                                                                  let data69 = data62.phase;
                                                                  const _errs136 = errors;
                                                                  if (!(data69 === "gas" || data69 === "liquid" || data69 === "solid" || data69 === null)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/substances/" + i3 + "/phase", schemaPath: "#/properties/substances/items/properties/phase/enum", keyword: "enum", params: { allowedValues: schema19.properties.substances.items.properties.phase.enum }, message: "must be equal to one of the allowed values" }];
                                                                    return false;
                                                                  }
                                                                  var valid25 = _errs136 === errors;
                                                                } else {
                                                                  var valid25 = true;
                                                                }
                                                                if (valid25) {
                                                                  if (data62.quantity !== void 0) {
                                                                    let data70 = data62.quantity;
                                                                    const _errs137 = errors;
                                                                    if (!validate53(data70, { instancePath: instancePath + "/substances/" + i3 + "/quantity", parentData: data62, parentDataProperty: "quantity", rootData, dynamicAnchors })) {
                                                                      vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                                                      errors = vErrors.length;
                                                                    }
                                                                    if (errors === _errs137) {
                                                                      if (data70 && typeof data70 == "object" && !Array.isArray(data70)) {
                                                                        if (data70.unit !== void 0) {
                                                                          const _errs139 = errors;
                                                                          if ("t" !== data70.unit) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/substances/" + i3 + "/quantity/unit", schemaPath: "#/properties/substances/items/properties/quantity/properties/unit/const", keyword: "const", params: { allowedValue: "t" }, message: "must be equal to constant" }];
                                                                            return false;
                                                                          }
                                                                          var valid30 = _errs139 === errors;
                                                                        } else {
                                                                          var valid30 = true;
                                                                        }
                                                                        if (valid30) {
                                                                          if (data70.value !== void 0) {
                                                                            let data72 = data70.value;
                                                                            const _errs140 = errors;
                                                                            if (typeof data72 == "number" && isFinite(data72)) {
                                                                              if (data72 > 1e8 || isNaN(data72)) {
                                                                                validate52.errors = [{ instancePath: instancePath + "/substances/" + i3 + "/quantity/value", schemaPath: "#/properties/substances/items/properties/quantity/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e8 }, message: "must be <= 100000000" }];
                                                                                return false;
                                                                              } else {
                                                                                if (data72 < 0 || isNaN(data72)) {
                                                                                  validate52.errors = [{ instancePath: instancePath + "/substances/" + i3 + "/quantity/value", schemaPath: "#/properties/substances/items/properties/quantity/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                                  return false;
                                                                                }
                                                                              }
                                                                            }
                                                                            var valid30 = _errs140 === errors;
                                                                          } else {
                                                                            var valid30 = true;
                                                                          }
                                                                        }
                                                                      }
                                                                    }
                                                                    var valid25 = _errs137 === errors;
                                                                  } else {
                                                                    var valid25 = true;
                                                                  }
                                                                  if (valid25) {
                                                                    if (data62.threshold !== void 0) {
                                                                      let data73 = data62.threshold;
                                                                      const _errs141 = errors;
                                                                      const _errs142 = errors;
                                                                      let valid31 = false;
                                                                      const _errs143 = errors;
                                                                      if (!validate53(data73, { instancePath: instancePath + "/substances/" + i3 + "/threshold", parentData: data62, parentDataProperty: "threshold", rootData, dynamicAnchors })) {
                                                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                                                        errors = vErrors.length;
                                                                      }
                                                                      if (errors === _errs143) {
                                                                        if (data73 && typeof data73 == "object" && !Array.isArray(data73)) {
                                                                          if (data73.unit !== void 0) {
                                                                            const _errs145 = errors;
                                                                            if ("t" !== data73.unit) {
                                                                              const err15 = { instancePath: instancePath + "/substances/" + i3 + "/threshold/unit", schemaPath: "#/properties/substances/items/properties/threshold/anyOf/0/properties/unit/const", keyword: "const", params: { allowedValue: "t" }, message: "must be equal to constant" };
                                                                              if (vErrors === null) {
                                                                                vErrors = [err15];
                                                                              } else {
                                                                                vErrors.push(err15);
                                                                              }
                                                                              errors++;
                                                                            }
                                                                            var valid33 = _errs145 === errors;
                                                                          } else {
                                                                            var valid33 = true;
                                                                          }
                                                                          if (valid33) {
                                                                            if (data73.value !== void 0) {
                                                                              let data75 = data73.value;
                                                                              const _errs146 = errors;
                                                                              if (typeof data75 == "number" && isFinite(data75)) {
                                                                                if (data75 > 1e8 || isNaN(data75)) {
                                                                                  const err16 = { instancePath: instancePath + "/substances/" + i3 + "/threshold/value", schemaPath: "#/properties/substances/items/properties/threshold/anyOf/0/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e8 }, message: "must be <= 100000000" };
                                                                                  if (vErrors === null) {
                                                                                    vErrors = [err16];
                                                                                  } else {
                                                                                    vErrors.push(err16);
                                                                                  }
                                                                                  errors++;
                                                                                } else {
                                                                                  if (data75 <= 0 || isNaN(data75)) {
                                                                                    const err17 = { instancePath: instancePath + "/substances/" + i3 + "/threshold/value", schemaPath: "#/properties/substances/items/properties/threshold/anyOf/0/properties/value/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
                                                                                    if (vErrors === null) {
                                                                                      vErrors = [err17];
                                                                                    } else {
                                                                                      vErrors.push(err17);
                                                                                    }
                                                                                    errors++;
                                                                                  }
                                                                                }
                                                                              }
                                                                              var valid33 = _errs146 === errors;
                                                                            } else {
                                                                              var valid33 = true;
                                                                            }
                                                                          }
                                                                        }
                                                                      }
                                                                      var _valid3 = _errs143 === errors;
                                                                      valid31 = valid31 || _valid3;
                                                                      const _errs147 = errors;
                                                                      if (data73 !== null) {
                                                                        const err18 = { instancePath: instancePath + "/substances/" + i3 + "/threshold", schemaPath: "#/properties/substances/items/properties/threshold/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null" };
                                                                        if (vErrors === null) {
                                                                          vErrors = [err18];
                                                                        } else {
                                                                          vErrors.push(err18);
                                                                        }
                                                                        errors++;
                                                                      }
                                                                      var _valid3 = _errs147 === errors;
                                                                      valid31 = valid31 || _valid3;
                                                                      if (!valid31) {
                                                                        const err19 = { instancePath: instancePath + "/substances/" + i3 + "/threshold", schemaPath: "#/properties/substances/items/properties/threshold/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
                                                                        if (vErrors === null) {
                                                                          vErrors = [err19];
                                                                        } else {
                                                                          vErrors.push(err19);
                                                                        }
                                                                        errors++;
                                                                        validate52.errors = vErrors;
                                                                        return false;
                                                                      } else {
                                                                        errors = _errs142;
                                                                        if (vErrors !== null) {
                                                                          if (_errs142) {
                                                                            vErrors.length = _errs142;
                                                                          } else {
                                                                            vErrors = null;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid25 = _errs141 === errors;
                                                                    } else {
                                                                      var valid25 = true;
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            }
                                                          }
                                                        }
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/substances/" + i3, schemaPath: "#/properties/substances/items/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid21 = _errs115 === errors;
                                                  if (!valid21) {
                                                    break;
                                                  }
                                                }
                                              }
                                            } else {
                                              validate52.errors = [{ instancePath: instancePath + "/substances", schemaPath: "#/properties/substances/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                              return false;
                                            }
                                          }
                                          var valid0 = _errs113 === errors;
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
