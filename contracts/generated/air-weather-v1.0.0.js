// Generated from air-weather/v1.0.0.json by contracts/build.ts; do not edit.
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

// <stdin>
var validate = validate52;
var stdin_default = validate52;
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:chuanyu:contract:air-weather:1.0.0", "title": "气象条件记录 · Weather record", "x-title": { "zh": "气象条件记录", "en": "Weather record" }, "type": "object", "additionalProperties": false, "required": ["area", "conditions", "horizonHours", "issued", "issuer", "notes", "originator", "publication", "validDate"], "properties": { "area": { "title": "区域 · Area", "x-title": { "zh": "区域", "en": "Area" }, "type": "object", "additionalProperties": false, "required": ["id", "kind", "name", "party"], "x-source": "Register of divisions, the edition named in the receipt", "properties": { "id": { "title": "登记号 · Register id", "x-title": { "zh": "登记号", "en": "Register id" }, "description": "Id in the register of divisions: the code of GB/T 2260 where there is one (with the year it began where the code was used twice), else party and name.", "type": "string", "pattern": "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$" }, "kind": { "title": "类别 · Kind", "x-title": { "zh": "类别", "en": "Kind" }, "description": "city 市州, and Chongqing as a whole; county 区县; management 新区、高新区、经开区 without a code of their own; zone 预报片区.", "enum": ["city", "county", "management", "zone"] }, "name": { "title": "名称 · Name", "x-title": { "zh": "名称", "en": "Name" }, "type": "string", "minLength": 1, "maxLength": 64 }, "party": { "title": "所属方 · Side it belongs to", "x-title": { "zh": "所属方", "en": "Side it belongs to" }, "enum": ["cq", "sc"] } } }, "validDate": { "title": "预报日 · Valid date", "x-title": { "zh": "预报日", "en": "Valid date" }, "$ref": "#/$defs/day" }, "issued": { "title": "发布时间 · Time of issue", "x-title": { "zh": "发布时间", "en": "Time of issue" }, "$ref": "#/$defs/instant" }, "horizonHours": { "title": "预报时效（小时） · Horizon in hours", "x-title": { "zh": "预报时效（小时）", "en": "Horizon in hours" }, "description": "24 for the day after the day of issue, 48 for the next, and so on; 0 for the day of issue itself.", "enum": [0, 24, 48, 72, 96, 120, 144, 168, 192, 216, 240, 264, 288, 312, 336, 360] }, "issuer": { "title": "来源 · Source", "x-title": { "zh": "来源", "en": "Source" }, "type": "object", "additionalProperties": false, "required": ["office", "party"], "description": "Who made the forecast, and the side that passes it on. For an area of the other side it stands beside what that side passes on.", "properties": { "office": { "title": "制作单位 · Office that made it", "x-title": { "zh": "制作单位", "en": "Office that made it" }, "description": "As the sender writes it; null when not stated.", "type": ["string", "null"], "minLength": 1, "maxLength": 64 }, "party": { "title": "报送方 · Side that passes it on", "x-title": { "zh": "报送方", "en": "Side that passes it on" }, "enum": ["cq", "sc"] } } }, "originator": { "title": "数据生产者 · Originator", "x-title": { "zh": "数据生产者", "en": "Originator" }, "description": "meteorological 气象部门; environmental 生态环境部门 by a model of its own; null where the office does not tell.", "enum": ["meteorological", "environmental", null] }, "publication": { "title": "发布权 · Right to publish", "x-title": { "zh": "发布权", "en": "Right to publish" }, "description": "none 不得发布: public weather forecasts are issued by the stations of the meteorological authorities alone. An input of the consultation, never a part of a release.", "x-source": "《气象法》第二十二条", "enum": ["none"] }, "conditions": { "title": "气象条件 · Conditions", "x-title": { "zh": "气象条件", "en": "Conditions" }, "type": "object", "additionalProperties": false, "required": [], "minProperties": 1, "description": "Of the day, what was given and nothing else: what is absent was not given, and is never 0. A figure given alone is both ends; where one end alone was given the other is missing.", "properties": { "boundaryLayer": { "title": "混合层（边界层）高度 · Height of the mixing or boundary layer", "x-title": { "zh": "混合层（边界层）高度", "en": "Height of the mixing or boundary layer" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "m" }, "value": { "minimum": 0, "maximum": 1e4 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "m" }, "value": { "minimum": 0, "maximum": 1e4 } } } }, "x-unit": "m", "x-source": "As forecast by the originator" }, "dispersion": { "title": "空气污染气象条件等级 · Grade of the weather conditions for air pollution", "x-title": { "zh": "空气污染气象条件等级", "en": "Grade of the weather conditions for air pollution" }, "type": "object", "additionalProperties": false, "required": ["level", "reported"], "description": "The words as sent; the level is null where they do not say of which scale the grade is, since others grade by the same numbers.", "x-source": "空气污染气象条件预报等级（中国气象局2013）: 1 好 … 6 极差", "properties": { "level": { "title": "等级 · Level", "x-title": { "zh": "等级", "en": "Level" }, "type": ["object", "null"], "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "$ref": "#/$defs/level" }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "$ref": "#/$defs/level" } } }, "reported": { "title": "报送文字 · Words as sent", "x-title": { "zh": "报送文字", "en": "Words as sent" }, "type": "string", "minLength": 1, "maxLength": 64 } } }, "humidity": { "title": "相对湿度 · Relative humidity", "x-title": { "zh": "相对湿度", "en": "Relative humidity" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "%" }, "value": { "minimum": 0, "maximum": 100 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "%" }, "value": { "minimum": 0, "maximum": 100 } } } }, "x-unit": "%", "x-source": "As forecast by the originator" }, "phenomenon": { "title": "天气现象 · Weather", "x-title": { "zh": "天气现象", "en": "Weather" }, "description": "In the originator’s words, as 多云转阴.", "type": "string", "minLength": 1, "maxLength": 64 }, "precipitation": { "title": "降水量 · Precipitation", "x-title": { "zh": "降水量", "en": "Precipitation" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "description": "Of the whole day. No precipitation is 0 only where it was said so.", "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mm" }, "value": { "minimum": 0, "maximum": 2e3 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mm" }, "value": { "minimum": 0, "maximum": 2e3 } } } }, "x-unit": "mm", "x-source": "As forecast by the originator" }, "temperature": { "title": "气温 · Temperature", "x-title": { "zh": "气温", "en": "Temperature" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "description": "From the day’s lowest to its highest.", "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "℃" }, "value": { "minimum": -60, "maximum": 60 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "℃" }, "value": { "minimum": -60, "maximum": 60 } } } }, "x-unit": "℃", "x-source": "As forecast by the originator" }, "windDirection": { "title": "风向 · Wind direction", "x-title": { "zh": "风向", "en": "Wind direction" }, "description": "In the originator’s words, as 北风.", "type": "string", "minLength": 1, "maxLength": 32 }, "windForce": { "title": "风力 · Wind force", "x-title": { "zh": "风力", "en": "Wind force" }, "description": "In the originator’s words, as 1-2级; never converted to a speed.", "type": "string", "minLength": 1, "maxLength": 32 }, "windSpeed": { "title": "风速 · Wind speed", "x-title": { "zh": "风速", "en": "Wind speed" }, "type": "object", "additionalProperties": false, "required": ["max", "min"], "properties": { "max": { "title": "上限 · Upper", "x-title": { "zh": "上限", "en": "Upper" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "m/s" }, "value": { "minimum": 0, "maximum": 80 } } }, "min": { "title": "下限 · Lower", "x-title": { "zh": "下限", "en": "Lower" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "m/s" }, "value": { "minimum": 0, "maximum": 80 } } } }, "x-unit": "m/s", "x-source": "As forecast by the originator" } } }, "notes": { "title": "规范化说明 · Notes", "x-title": { "zh": "规范化说明", "en": "Notes" }, "description": "What normalisation changed, each by its rule.", "type": "array", "maxItems": 64, "items": { "type": "object", "additionalProperties": false, "required": ["rule"], "properties": { "field": { "type": "string", "maxLength": 128, "pattern": "^/" }, "rule": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 }, "sent": { "type": "string", "maxLength": 4096 } } } } }, "$defs": { "instant": { "type": "string", "description": "Asia/Shanghai, to the second.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$" }, "day": { "type": "string", "description": "A civil day of Asia/Shanghai.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, "level": { "enum": [1, 2, 3, 4, 5, 6], "description": "1 好, 2 较好, 3 一般, 4 较差, 5 差, 6 极差." }, "result": { "title": "结果 · Result", "x-title": { "zh": "结果", "en": "Result" }, "type": "object", "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit. qualifier: null a figure; < below the figure; missing 缺测. A missing figure is null, never 0.", "properties": { "qualifier": { "enum": [null, "<", "missing"] }, "reported": { "type": ["string", "null"], "maxLength": 64 }, "unit": { "type": "string" }, "value": { "type": ["number", "null"] } }, "if": { "properties": { "qualifier": { "enum": [null, "<"] } } }, "then": { "properties": { "reported": { "type": "string", "minLength": 1 }, "value": { "type": "number" } } }, "else": { "properties": { "value": { "type": "null" } } }, "additionalProperties": false } } };
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
var schema22 = { "title": "结果 · Result", "x-title": { "zh": "结果", "en": "Result" }, "type": "object", "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit. qualifier: null a figure; < below the figure; missing 缺测. A missing figure is null, never 0.", "properties": { "qualifier": { "enum": [null, "<", "missing"] }, "reported": { "type": ["string", "null"], "maxLength": 64 }, "unit": { "type": "string" }, "value": { "type": ["number", "null"] } }, "if": { "properties": { "qualifier": { "enum": [null, "<"] } } }, "then": { "properties": { "reported": { "type": "string", "minLength": 1 }, "value": { "type": "number" } } }, "else": { "properties": { "value": { "type": "null" } } }, "additionalProperties": false };
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
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.qualifier !== void 0) {
      let data0 = data.qualifier;
      if (!(data0 === null || data0 === "<")) {
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
              validate57.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/then/properties/reported/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
              return false;
            }
          } else {
            validate57.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/then/properties/reported/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
            validate57.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/then/properties/value/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
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
          validate57.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/else/properties/value/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
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
    validate57.errors = vErrors;
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.qualifier === void 0 && (missing0 = "qualifier") || data.reported === void 0 && (missing0 = "reported") || data.unit === void 0 && (missing0 = "unit") || data.value === void 0 && (missing0 = "value")) {
        validate57.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs12 = errors;
        for (const key0 in data) {
          if (!(key0 === "qualifier" || key0 === "reported" || key0 === "unit" || key0 === "value")) {
            validate57.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs12 === errors) {
          if (data.qualifier !== void 0) {
            let data4 = data.qualifier;
            const _errs13 = errors;
            if (!(data4 === null || data4 === "<" || data4 === "missing")) {
              validate57.errors = [{ instancePath: instancePath + "/qualifier", schemaPath: "#/properties/qualifier/enum", keyword: "enum", params: { allowedValues: schema22.properties.qualifier.enum }, message: "must be equal to one of the allowed values" }];
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
                validate57.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/type", keyword: "type", params: { type: schema22.properties.reported.type }, message: "must be string,null" }];
                return false;
              }
              if (errors === _errs14) {
                if (typeof data5 === "string") {
                  if (func2(data5) > 64) {
                    validate57.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
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
                  validate57.errors = [{ instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                    validate57.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: schema22.properties.value.type }, message: "must be number,null" }];
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
      validate57.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate57.errors = vErrors;
  return errors === 0;
}
validate57.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema23 = { "enum": [1, 2, 3, 4, 5, 6], "description": "1 好, 2 较好, 3 一般, 4 较差, 5 差, 6 极差." };
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate60.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data === 1 || data === 2 || data === 3 || data === 4 || data === 5 || data === 6)) {
    validate60.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema23.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate60.errors = vErrors;
  return errors === 0;
}
validate60.evaluated = { "dynamicProps": false, "dynamicItems": false };
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
      if (data.area === void 0 && (missing0 = "area") || data.conditions === void 0 && (missing0 = "conditions") || data.horizonHours === void 0 && (missing0 = "horizonHours") || data.issued === void 0 && (missing0 = "issued") || data.issuer === void 0 && (missing0 = "issuer") || data.notes === void 0 && (missing0 = "notes") || data.originator === void 0 && (missing0 = "originator") || data.publication === void 0 && (missing0 = "publication") || data.validDate === void 0 && (missing0 = "validDate")) {
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
                    if (data.originator !== void 0) {
                      let data11 = data.originator;
                      const _errs20 = errors;
                      if (!(data11 === "meteorological" || data11 === "environmental" || data11 === null)) {
                        validate52.errors = [{ instancePath: instancePath + "/originator", schemaPath: "#/properties/originator/enum", keyword: "enum", params: { allowedValues: schema19.properties.originator.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid0 = _errs20 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.publication !== void 0) {
                        const _errs21 = errors;
                        if (!(data.publication === "none")) {
                          validate52.errors = [{ instancePath: instancePath + "/publication", schemaPath: "#/properties/publication/enum", keyword: "enum", params: { allowedValues: schema19.properties.publication.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid0 = _errs21 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.conditions !== void 0) {
                          let data13 = data.conditions;
                          const _errs22 = errors;
                          if (errors === _errs22) {
                            if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                              if (Object.keys(data13).length < 1) {
                                validate52.errors = [{ instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" }];
                                return false;
                              } else {
                                const _errs24 = errors;
                                for (const key3 in data13) {
                                  if (!func1.call(schema19.properties.conditions.properties, key3)) {
                                    validate52.errors = [{ instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                                    return false;
                                    break;
                                  }
                                }
                                if (_errs24 === errors) {
                                  if (data13.boundaryLayer !== void 0) {
                                    let data14 = data13.boundaryLayer;
                                    const _errs25 = errors;
                                    if (errors === _errs25) {
                                      if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                        let missing3;
                                        if (data14.max === void 0 && (missing3 = "max") || data14.min === void 0 && (missing3 = "min")) {
                                          validate52.errors = [{ instancePath: instancePath + "/conditions/boundaryLayer", schemaPath: "#/properties/conditions/properties/boundaryLayer/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                          return false;
                                        } else {
                                          const _errs27 = errors;
                                          for (const key4 in data14) {
                                            if (!(key4 === "max" || key4 === "min")) {
                                              validate52.errors = [{ instancePath: instancePath + "/conditions/boundaryLayer", schemaPath: "#/properties/conditions/properties/boundaryLayer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                                              return false;
                                              break;
                                            }
                                          }
                                          if (_errs27 === errors) {
                                            if (data14.max !== void 0) {
                                              let data15 = data14.max;
                                              const _errs28 = errors;
                                              if (!validate57(data15, { instancePath: instancePath + "/conditions/boundaryLayer/max", parentData: data14, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                errors = vErrors.length;
                                              }
                                              if (errors === _errs28) {
                                                if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                                                  if (data15.unit !== void 0) {
                                                    const _errs30 = errors;
                                                    if ("m" !== data15.unit) {
                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/boundaryLayer/max/unit", schemaPath: "#/properties/conditions/properties/boundaryLayer/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "m" }, message: "must be equal to constant" }];
                                                      return false;
                                                    }
                                                    var valid6 = _errs30 === errors;
                                                  } else {
                                                    var valid6 = true;
                                                  }
                                                  if (valid6) {
                                                    if (data15.value !== void 0) {
                                                      let data17 = data15.value;
                                                      const _errs31 = errors;
                                                      if (typeof data17 == "number" && isFinite(data17)) {
                                                        if (data17 > 1e4 || isNaN(data17)) {
                                                          validate52.errors = [{ instancePath: instancePath + "/conditions/boundaryLayer/max/value", schemaPath: "#/properties/conditions/properties/boundaryLayer/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                          return false;
                                                        } else {
                                                          if (data17 < 0 || isNaN(data17)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/conditions/boundaryLayer/max/value", schemaPath: "#/properties/conditions/properties/boundaryLayer/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                            return false;
                                                          }
                                                        }
                                                      }
                                                      var valid6 = _errs31 === errors;
                                                    } else {
                                                      var valid6 = true;
                                                    }
                                                  }
                                                }
                                              }
                                              var valid4 = _errs28 === errors;
                                            } else {
                                              var valid4 = true;
                                            }
                                            if (valid4) {
                                              if (data14.min !== void 0) {
                                                let data18 = data14.min;
                                                const _errs32 = errors;
                                                if (!validate57(data18, { instancePath: instancePath + "/conditions/boundaryLayer/min", parentData: data14, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                  errors = vErrors.length;
                                                }
                                                if (errors === _errs32) {
                                                  if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
                                                    if (data18.unit !== void 0) {
                                                      const _errs34 = errors;
                                                      if ("m" !== data18.unit) {
                                                        validate52.errors = [{ instancePath: instancePath + "/conditions/boundaryLayer/min/unit", schemaPath: "#/properties/conditions/properties/boundaryLayer/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "m" }, message: "must be equal to constant" }];
                                                        return false;
                                                      }
                                                      var valid8 = _errs34 === errors;
                                                    } else {
                                                      var valid8 = true;
                                                    }
                                                    if (valid8) {
                                                      if (data18.value !== void 0) {
                                                        let data20 = data18.value;
                                                        const _errs35 = errors;
                                                        if (typeof data20 == "number" && isFinite(data20)) {
                                                          if (data20 > 1e4 || isNaN(data20)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/conditions/boundaryLayer/min/value", schemaPath: "#/properties/conditions/properties/boundaryLayer/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                            return false;
                                                          } else {
                                                            if (data20 < 0 || isNaN(data20)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/conditions/boundaryLayer/min/value", schemaPath: "#/properties/conditions/properties/boundaryLayer/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                              return false;
                                                            }
                                                          }
                                                        }
                                                        var valid8 = _errs35 === errors;
                                                      } else {
                                                        var valid8 = true;
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
                                      } else {
                                        validate52.errors = [{ instancePath: instancePath + "/conditions/boundaryLayer", schemaPath: "#/properties/conditions/properties/boundaryLayer/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                        return false;
                                      }
                                    }
                                    var valid3 = _errs25 === errors;
                                  } else {
                                    var valid3 = true;
                                  }
                                  if (valid3) {
                                    if (data13.dispersion !== void 0) {
                                      let data21 = data13.dispersion;
                                      const _errs36 = errors;
                                      if (errors === _errs36) {
                                        if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                                          let missing4;
                                          if (data21.level === void 0 && (missing4 = "level") || data21.reported === void 0 && (missing4 = "reported")) {
                                            validate52.errors = [{ instancePath: instancePath + "/conditions/dispersion", schemaPath: "#/properties/conditions/properties/dispersion/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                            return false;
                                          } else {
                                            const _errs38 = errors;
                                            for (const key5 in data21) {
                                              if (!(key5 === "level" || key5 === "reported")) {
                                                validate52.errors = [{ instancePath: instancePath + "/conditions/dispersion", schemaPath: "#/properties/conditions/properties/dispersion/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                                return false;
                                                break;
                                              }
                                            }
                                            if (_errs38 === errors) {
                                              if (data21.level !== void 0) {
                                                let data22 = data21.level;
                                                const _errs39 = errors;
                                                if (!(data22 && typeof data22 == "object" && !Array.isArray(data22)) && data22 !== null) {
                                                  validate52.errors = [{ instancePath: instancePath + "/conditions/dispersion/level", schemaPath: "#/properties/conditions/properties/dispersion/properties/level/type", keyword: "type", params: { type: schema19.properties.conditions.properties.dispersion.properties.level.type }, message: "must be object,null" }];
                                                  return false;
                                                }
                                                if (errors === _errs39) {
                                                  if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                                                    let missing5;
                                                    if (data22.max === void 0 && (missing5 = "max") || data22.min === void 0 && (missing5 = "min")) {
                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/dispersion/level", schemaPath: "#/properties/conditions/properties/dispersion/properties/level/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                                      return false;
                                                    } else {
                                                      const _errs41 = errors;
                                                      for (const key6 in data22) {
                                                        if (!(key6 === "max" || key6 === "min")) {
                                                          validate52.errors = [{ instancePath: instancePath + "/conditions/dispersion/level", schemaPath: "#/properties/conditions/properties/dispersion/properties/level/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" }];
                                                          return false;
                                                          break;
                                                        }
                                                      }
                                                      if (_errs41 === errors) {
                                                        if (data22.max !== void 0) {
                                                          const _errs42 = errors;
                                                          if (!validate60(data22.max, { instancePath: instancePath + "/conditions/dispersion/level/max", parentData: data22, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                            vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
                                                            errors = vErrors.length;
                                                          }
                                                          var valid10 = _errs42 === errors;
                                                        } else {
                                                          var valid10 = true;
                                                        }
                                                        if (valid10) {
                                                          if (data22.min !== void 0) {
                                                            const _errs43 = errors;
                                                            if (!validate60(data22.min, { instancePath: instancePath + "/conditions/dispersion/level/min", parentData: data22, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                              vErrors = vErrors === null ? validate60.errors : vErrors.concat(validate60.errors);
                                                              errors = vErrors.length;
                                                            }
                                                            var valid10 = _errs43 === errors;
                                                          } else {
                                                            var valid10 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                                var valid9 = _errs39 === errors;
                                              } else {
                                                var valid9 = true;
                                              }
                                              if (valid9) {
                                                if (data21.reported !== void 0) {
                                                  let data25 = data21.reported;
                                                  const _errs44 = errors;
                                                  if (errors === _errs44) {
                                                    if (typeof data25 === "string") {
                                                      if (func2(data25) > 64) {
                                                        validate52.errors = [{ instancePath: instancePath + "/conditions/dispersion/reported", schemaPath: "#/properties/conditions/properties/dispersion/properties/reported/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                        return false;
                                                      } else {
                                                        if (func2(data25) < 1) {
                                                          validate52.errors = [{ instancePath: instancePath + "/conditions/dispersion/reported", schemaPath: "#/properties/conditions/properties/dispersion/properties/reported/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                          return false;
                                                        }
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/dispersion/reported", schemaPath: "#/properties/conditions/properties/dispersion/properties/reported/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid9 = _errs44 === errors;
                                                } else {
                                                  var valid9 = true;
                                                }
                                              }
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/conditions/dispersion", schemaPath: "#/properties/conditions/properties/dispersion/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                          return false;
                                        }
                                      }
                                      var valid3 = _errs36 === errors;
                                    } else {
                                      var valid3 = true;
                                    }
                                    if (valid3) {
                                      if (data13.humidity !== void 0) {
                                        let data26 = data13.humidity;
                                        const _errs46 = errors;
                                        if (errors === _errs46) {
                                          if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
                                            let missing6;
                                            if (data26.max === void 0 && (missing6 = "max") || data26.min === void 0 && (missing6 = "min")) {
                                              validate52.errors = [{ instancePath: instancePath + "/conditions/humidity", schemaPath: "#/properties/conditions/properties/humidity/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" }];
                                              return false;
                                            } else {
                                              const _errs48 = errors;
                                              for (const key7 in data26) {
                                                if (!(key7 === "max" || key7 === "min")) {
                                                  validate52.errors = [{ instancePath: instancePath + "/conditions/humidity", schemaPath: "#/properties/conditions/properties/humidity/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" }];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs48 === errors) {
                                                if (data26.max !== void 0) {
                                                  let data27 = data26.max;
                                                  const _errs49 = errors;
                                                  if (!validate57(data27, { instancePath: instancePath + "/conditions/humidity/max", parentData: data26, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  if (errors === _errs49) {
                                                    if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                                                      if (data27.unit !== void 0) {
                                                        const _errs51 = errors;
                                                        if ("%" !== data27.unit) {
                                                          validate52.errors = [{ instancePath: instancePath + "/conditions/humidity/max/unit", schemaPath: "#/properties/conditions/properties/humidity/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "%" }, message: "must be equal to constant" }];
                                                          return false;
                                                        }
                                                        var valid13 = _errs51 === errors;
                                                      } else {
                                                        var valid13 = true;
                                                      }
                                                      if (valid13) {
                                                        if (data27.value !== void 0) {
                                                          let data29 = data27.value;
                                                          const _errs52 = errors;
                                                          if (typeof data29 == "number" && isFinite(data29)) {
                                                            if (data29 > 100 || isNaN(data29)) {
                                                              validate52.errors = [{ instancePath: instancePath + "/conditions/humidity/max/value", schemaPath: "#/properties/conditions/properties/humidity/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                                                              return false;
                                                            } else {
                                                              if (data29 < 0 || isNaN(data29)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/conditions/humidity/max/value", schemaPath: "#/properties/conditions/properties/humidity/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                return false;
                                                              }
                                                            }
                                                          }
                                                          var valid13 = _errs52 === errors;
                                                        } else {
                                                          var valid13 = true;
                                                        }
                                                      }
                                                    }
                                                  }
                                                  var valid11 = _errs49 === errors;
                                                } else {
                                                  var valid11 = true;
                                                }
                                                if (valid11) {
                                                  if (data26.min !== void 0) {
                                                    let data30 = data26.min;
                                                    const _errs53 = errors;
                                                    if (!validate57(data30, { instancePath: instancePath + "/conditions/humidity/min", parentData: data26, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    if (errors === _errs53) {
                                                      if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                                                        if (data30.unit !== void 0) {
                                                          const _errs55 = errors;
                                                          if ("%" !== data30.unit) {
                                                            validate52.errors = [{ instancePath: instancePath + "/conditions/humidity/min/unit", schemaPath: "#/properties/conditions/properties/humidity/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "%" }, message: "must be equal to constant" }];
                                                            return false;
                                                          }
                                                          var valid15 = _errs55 === errors;
                                                        } else {
                                                          var valid15 = true;
                                                        }
                                                        if (valid15) {
                                                          if (data30.value !== void 0) {
                                                            let data32 = data30.value;
                                                            const _errs56 = errors;
                                                            if (typeof data32 == "number" && isFinite(data32)) {
                                                              if (data32 > 100 || isNaN(data32)) {
                                                                validate52.errors = [{ instancePath: instancePath + "/conditions/humidity/min/value", schemaPath: "#/properties/conditions/properties/humidity/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100" }];
                                                                return false;
                                                              } else {
                                                                if (data32 < 0 || isNaN(data32)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/conditions/humidity/min/value", schemaPath: "#/properties/conditions/properties/humidity/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                  return false;
                                                                }
                                                              }
                                                            }
                                                            var valid15 = _errs56 === errors;
                                                          } else {
                                                            var valid15 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                    var valid11 = _errs53 === errors;
                                                  } else {
                                                    var valid11 = true;
                                                  }
                                                }
                                              }
                                            }
                                          } else {
                                            validate52.errors = [{ instancePath: instancePath + "/conditions/humidity", schemaPath: "#/properties/conditions/properties/humidity/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                            return false;
                                          }
                                        }
                                        var valid3 = _errs46 === errors;
                                      } else {
                                        var valid3 = true;
                                      }
                                      if (valid3) {
                                        if (data13.phenomenon !== void 0) {
                                          let data33 = data13.phenomenon;
                                          const _errs57 = errors;
                                          if (errors === _errs57) {
                                            if (typeof data33 === "string") {
                                              if (func2(data33) > 64) {
                                                validate52.errors = [{ instancePath: instancePath + "/conditions/phenomenon", schemaPath: "#/properties/conditions/properties/phenomenon/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                return false;
                                              } else {
                                                if (func2(data33) < 1) {
                                                  validate52.errors = [{ instancePath: instancePath + "/conditions/phenomenon", schemaPath: "#/properties/conditions/properties/phenomenon/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                  return false;
                                                }
                                              }
                                            } else {
                                              validate52.errors = [{ instancePath: instancePath + "/conditions/phenomenon", schemaPath: "#/properties/conditions/properties/phenomenon/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                              return false;
                                            }
                                          }
                                          var valid3 = _errs57 === errors;
                                        } else {
                                          var valid3 = true;
                                        }
                                        if (valid3) {
                                          if (data13.precipitation !== void 0) {
                                            let data34 = data13.precipitation;
                                            const _errs59 = errors;
                                            if (errors === _errs59) {
                                              if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
                                                let missing7;
                                                if (data34.max === void 0 && (missing7 = "max") || data34.min === void 0 && (missing7 = "min")) {
                                                  validate52.errors = [{ instancePath: instancePath + "/conditions/precipitation", schemaPath: "#/properties/conditions/properties/precipitation/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" }];
                                                  return false;
                                                } else {
                                                  const _errs61 = errors;
                                                  for (const key8 in data34) {
                                                    if (!(key8 === "max" || key8 === "min")) {
                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/precipitation", schemaPath: "#/properties/conditions/properties/precipitation/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" }];
                                                      return false;
                                                      break;
                                                    }
                                                  }
                                                  if (_errs61 === errors) {
                                                    if (data34.max !== void 0) {
                                                      let data35 = data34.max;
                                                      const _errs62 = errors;
                                                      if (!validate57(data35, { instancePath: instancePath + "/conditions/precipitation/max", parentData: data34, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      if (errors === _errs62) {
                                                        if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
                                                          if (data35.unit !== void 0) {
                                                            const _errs64 = errors;
                                                            if ("mm" !== data35.unit) {
                                                              validate52.errors = [{ instancePath: instancePath + "/conditions/precipitation/max/unit", schemaPath: "#/properties/conditions/properties/precipitation/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "mm" }, message: "must be equal to constant" }];
                                                              return false;
                                                            }
                                                            var valid18 = _errs64 === errors;
                                                          } else {
                                                            var valid18 = true;
                                                          }
                                                          if (valid18) {
                                                            if (data35.value !== void 0) {
                                                              let data37 = data35.value;
                                                              const _errs65 = errors;
                                                              if (typeof data37 == "number" && isFinite(data37)) {
                                                                if (data37 > 2e3 || isNaN(data37)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/conditions/precipitation/max/value", schemaPath: "#/properties/conditions/properties/precipitation/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2e3 }, message: "must be <= 2000" }];
                                                                  return false;
                                                                } else {
                                                                  if (data37 < 0 || isNaN(data37)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/conditions/precipitation/max/value", schemaPath: "#/properties/conditions/properties/precipitation/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                    return false;
                                                                  }
                                                                }
                                                              }
                                                              var valid18 = _errs65 === errors;
                                                            } else {
                                                              var valid18 = true;
                                                            }
                                                          }
                                                        }
                                                      }
                                                      var valid16 = _errs62 === errors;
                                                    } else {
                                                      var valid16 = true;
                                                    }
                                                    if (valid16) {
                                                      if (data34.min !== void 0) {
                                                        let data38 = data34.min;
                                                        const _errs66 = errors;
                                                        if (!validate57(data38, { instancePath: instancePath + "/conditions/precipitation/min", parentData: data34, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                          vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        if (errors === _errs66) {
                                                          if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                                                            if (data38.unit !== void 0) {
                                                              const _errs68 = errors;
                                                              if ("mm" !== data38.unit) {
                                                                validate52.errors = [{ instancePath: instancePath + "/conditions/precipitation/min/unit", schemaPath: "#/properties/conditions/properties/precipitation/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "mm" }, message: "must be equal to constant" }];
                                                                return false;
                                                              }
                                                              var valid20 = _errs68 === errors;
                                                            } else {
                                                              var valid20 = true;
                                                            }
                                                            if (valid20) {
                                                              if (data38.value !== void 0) {
                                                                let data40 = data38.value;
                                                                const _errs69 = errors;
                                                                if (typeof data40 == "number" && isFinite(data40)) {
                                                                  if (data40 > 2e3 || isNaN(data40)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/conditions/precipitation/min/value", schemaPath: "#/properties/conditions/properties/precipitation/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2e3 }, message: "must be <= 2000" }];
                                                                    return false;
                                                                  } else {
                                                                    if (data40 < 0 || isNaN(data40)) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/precipitation/min/value", schemaPath: "#/properties/conditions/properties/precipitation/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                }
                                                                var valid20 = _errs69 === errors;
                                                              } else {
                                                                var valid20 = true;
                                                              }
                                                            }
                                                          }
                                                        }
                                                        var valid16 = _errs66 === errors;
                                                      } else {
                                                        var valid16 = true;
                                                      }
                                                    }
                                                  }
                                                }
                                              } else {
                                                validate52.errors = [{ instancePath: instancePath + "/conditions/precipitation", schemaPath: "#/properties/conditions/properties/precipitation/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                return false;
                                              }
                                            }
                                            var valid3 = _errs59 === errors;
                                          } else {
                                            var valid3 = true;
                                          }
                                          if (valid3) {
                                            if (data13.temperature !== void 0) {
                                              let data41 = data13.temperature;
                                              const _errs70 = errors;
                                              if (errors === _errs70) {
                                                if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
                                                  let missing8;
                                                  if (data41.max === void 0 && (missing8 = "max") || data41.min === void 0 && (missing8 = "min")) {
                                                    validate52.errors = [{ instancePath: instancePath + "/conditions/temperature", schemaPath: "#/properties/conditions/properties/temperature/required", keyword: "required", params: { missingProperty: missing8 }, message: "must have required property '" + missing8 + "'" }];
                                                    return false;
                                                  } else {
                                                    const _errs72 = errors;
                                                    for (const key9 in data41) {
                                                      if (!(key9 === "max" || key9 === "min")) {
                                                        validate52.errors = [{ instancePath: instancePath + "/conditions/temperature", schemaPath: "#/properties/conditions/properties/temperature/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" }];
                                                        return false;
                                                        break;
                                                      }
                                                    }
                                                    if (_errs72 === errors) {
                                                      if (data41.max !== void 0) {
                                                        let data42 = data41.max;
                                                        const _errs73 = errors;
                                                        if (!validate57(data42, { instancePath: instancePath + "/conditions/temperature/max", parentData: data41, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                          vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                          errors = vErrors.length;
                                                        }
                                                        if (errors === _errs73) {
                                                          if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                            if (data42.unit !== void 0) {
                                                              const _errs75 = errors;
                                                              if ("℃" !== data42.unit) {
                                                                validate52.errors = [{ instancePath: instancePath + "/conditions/temperature/max/unit", schemaPath: "#/properties/conditions/properties/temperature/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "℃" }, message: "must be equal to constant" }];
                                                                return false;
                                                              }
                                                              var valid23 = _errs75 === errors;
                                                            } else {
                                                              var valid23 = true;
                                                            }
                                                            if (valid23) {
                                                              if (data42.value !== void 0) {
                                                                let data44 = data42.value;
                                                                const _errs76 = errors;
                                                                if (typeof data44 == "number" && isFinite(data44)) {
                                                                  if (data44 > 60 || isNaN(data44)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/conditions/temperature/max/value", schemaPath: "#/properties/conditions/properties/temperature/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 60 }, message: "must be <= 60" }];
                                                                    return false;
                                                                  } else {
                                                                    if (data44 < -60 || isNaN(data44)) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/temperature/max/value", schemaPath: "#/properties/conditions/properties/temperature/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: -60 }, message: "must be >= -60" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                }
                                                                var valid23 = _errs76 === errors;
                                                              } else {
                                                                var valid23 = true;
                                                              }
                                                            }
                                                          }
                                                        }
                                                        var valid21 = _errs73 === errors;
                                                      } else {
                                                        var valid21 = true;
                                                      }
                                                      if (valid21) {
                                                        if (data41.min !== void 0) {
                                                          let data45 = data41.min;
                                                          const _errs77 = errors;
                                                          if (!validate57(data45, { instancePath: instancePath + "/conditions/temperature/min", parentData: data41, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                            vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                            errors = vErrors.length;
                                                          }
                                                          if (errors === _errs77) {
                                                            if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
                                                              if (data45.unit !== void 0) {
                                                                const _errs79 = errors;
                                                                if ("℃" !== data45.unit) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/conditions/temperature/min/unit", schemaPath: "#/properties/conditions/properties/temperature/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "℃" }, message: "must be equal to constant" }];
                                                                  return false;
                                                                }
                                                                var valid25 = _errs79 === errors;
                                                              } else {
                                                                var valid25 = true;
                                                              }
                                                              if (valid25) {
                                                                if (data45.value !== void 0) {
                                                                  let data47 = data45.value;
                                                                  const _errs80 = errors;
                                                                  if (typeof data47 == "number" && isFinite(data47)) {
                                                                    if (data47 > 60 || isNaN(data47)) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/temperature/min/value", schemaPath: "#/properties/conditions/properties/temperature/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 60 }, message: "must be <= 60" }];
                                                                      return false;
                                                                    } else {
                                                                      if (data47 < -60 || isNaN(data47)) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/conditions/temperature/min/value", schemaPath: "#/properties/conditions/properties/temperature/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: -60 }, message: "must be >= -60" }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                  }
                                                                  var valid25 = _errs80 === errors;
                                                                } else {
                                                                  var valid25 = true;
                                                                }
                                                              }
                                                            }
                                                          }
                                                          var valid21 = _errs77 === errors;
                                                        } else {
                                                          var valid21 = true;
                                                        }
                                                      }
                                                    }
                                                  }
                                                } else {
                                                  validate52.errors = [{ instancePath: instancePath + "/conditions/temperature", schemaPath: "#/properties/conditions/properties/temperature/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                  return false;
                                                }
                                              }
                                              var valid3 = _errs70 === errors;
                                            } else {
                                              var valid3 = true;
                                            }
                                            if (valid3) {
                                              if (data13.windDirection !== void 0) {
                                                let data48 = data13.windDirection;
                                                const _errs81 = errors;
                                                if (errors === _errs81) {
                                                  if (typeof data48 === "string") {
                                                    if (func2(data48) > 32) {
                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/windDirection", schemaPath: "#/properties/conditions/properties/windDirection/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }];
                                                      return false;
                                                    } else {
                                                      if (func2(data48) < 1) {
                                                        validate52.errors = [{ instancePath: instancePath + "/conditions/windDirection", schemaPath: "#/properties/conditions/properties/windDirection/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                        return false;
                                                      }
                                                    }
                                                  } else {
                                                    validate52.errors = [{ instancePath: instancePath + "/conditions/windDirection", schemaPath: "#/properties/conditions/properties/windDirection/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid3 = _errs81 === errors;
                                              } else {
                                                var valid3 = true;
                                              }
                                              if (valid3) {
                                                if (data13.windForce !== void 0) {
                                                  let data49 = data13.windForce;
                                                  const _errs83 = errors;
                                                  if (errors === _errs83) {
                                                    if (typeof data49 === "string") {
                                                      if (func2(data49) > 32) {
                                                        validate52.errors = [{ instancePath: instancePath + "/conditions/windForce", schemaPath: "#/properties/conditions/properties/windForce/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }];
                                                        return false;
                                                      } else {
                                                        if (func2(data49) < 1) {
                                                          validate52.errors = [{ instancePath: instancePath + "/conditions/windForce", schemaPath: "#/properties/conditions/properties/windForce/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                          return false;
                                                        }
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/windForce", schemaPath: "#/properties/conditions/properties/windForce/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid3 = _errs83 === errors;
                                                } else {
                                                  var valid3 = true;
                                                }
                                                if (valid3) {
                                                  if (data13.windSpeed !== void 0) {
                                                    let data50 = data13.windSpeed;
                                                    const _errs85 = errors;
                                                    if (errors === _errs85) {
                                                      if (data50 && typeof data50 == "object" && !Array.isArray(data50)) {
                                                        let missing9;
                                                        if (data50.max === void 0 && (missing9 = "max") || data50.min === void 0 && (missing9 = "min")) {
                                                          validate52.errors = [{ instancePath: instancePath + "/conditions/windSpeed", schemaPath: "#/properties/conditions/properties/windSpeed/required", keyword: "required", params: { missingProperty: missing9 }, message: "must have required property '" + missing9 + "'" }];
                                                          return false;
                                                        } else {
                                                          const _errs87 = errors;
                                                          for (const key10 in data50) {
                                                            if (!(key10 === "max" || key10 === "min")) {
                                                              validate52.errors = [{ instancePath: instancePath + "/conditions/windSpeed", schemaPath: "#/properties/conditions/properties/windSpeed/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" }];
                                                              return false;
                                                              break;
                                                            }
                                                          }
                                                          if (_errs87 === errors) {
                                                            if (data50.max !== void 0) {
                                                              let data51 = data50.max;
                                                              const _errs88 = errors;
                                                              if (!validate57(data51, { instancePath: instancePath + "/conditions/windSpeed/max", parentData: data50, parentDataProperty: "max", rootData, dynamicAnchors })) {
                                                                vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                                errors = vErrors.length;
                                                              }
                                                              if (errors === _errs88) {
                                                                if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
                                                                  if (data51.unit !== void 0) {
                                                                    const _errs90 = errors;
                                                                    if ("m/s" !== data51.unit) {
                                                                      validate52.errors = [{ instancePath: instancePath + "/conditions/windSpeed/max/unit", schemaPath: "#/properties/conditions/properties/windSpeed/properties/max/properties/unit/const", keyword: "const", params: { allowedValue: "m/s" }, message: "must be equal to constant" }];
                                                                      return false;
                                                                    }
                                                                    var valid28 = _errs90 === errors;
                                                                  } else {
                                                                    var valid28 = true;
                                                                  }
                                                                  if (valid28) {
                                                                    if (data51.value !== void 0) {
                                                                      let data53 = data51.value;
                                                                      const _errs91 = errors;
                                                                      if (typeof data53 == "number" && isFinite(data53)) {
                                                                        if (data53 > 80 || isNaN(data53)) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/conditions/windSpeed/max/value", schemaPath: "#/properties/conditions/properties/windSpeed/properties/max/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 80 }, message: "must be <= 80" }];
                                                                          return false;
                                                                        } else {
                                                                          if (data53 < 0 || isNaN(data53)) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/conditions/windSpeed/max/value", schemaPath: "#/properties/conditions/properties/windSpeed/properties/max/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                      }
                                                                      var valid28 = _errs91 === errors;
                                                                    } else {
                                                                      var valid28 = true;
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                              var valid26 = _errs88 === errors;
                                                            } else {
                                                              var valid26 = true;
                                                            }
                                                            if (valid26) {
                                                              if (data50.min !== void 0) {
                                                                let data54 = data50.min;
                                                                const _errs92 = errors;
                                                                if (!validate57(data54, { instancePath: instancePath + "/conditions/windSpeed/min", parentData: data50, parentDataProperty: "min", rootData, dynamicAnchors })) {
                                                                  vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                                                                  errors = vErrors.length;
                                                                }
                                                                if (errors === _errs92) {
                                                                  if (data54 && typeof data54 == "object" && !Array.isArray(data54)) {
                                                                    if (data54.unit !== void 0) {
                                                                      const _errs94 = errors;
                                                                      if ("m/s" !== data54.unit) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/conditions/windSpeed/min/unit", schemaPath: "#/properties/conditions/properties/windSpeed/properties/min/properties/unit/const", keyword: "const", params: { allowedValue: "m/s" }, message: "must be equal to constant" }];
                                                                        return false;
                                                                      }
                                                                      var valid30 = _errs94 === errors;
                                                                    } else {
                                                                      var valid30 = true;
                                                                    }
                                                                    if (valid30) {
                                                                      if (data54.value !== void 0) {
                                                                        let data56 = data54.value;
                                                                        const _errs95 = errors;
                                                                        if (typeof data56 == "number" && isFinite(data56)) {
                                                                          if (data56 > 80 || isNaN(data56)) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/conditions/windSpeed/min/value", schemaPath: "#/properties/conditions/properties/windSpeed/properties/min/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 80 }, message: "must be <= 80" }];
                                                                            return false;
                                                                          } else {
                                                                            if (data56 < 0 || isNaN(data56)) {
                                                                              validate52.errors = [{ instancePath: instancePath + "/conditions/windSpeed/min/value", schemaPath: "#/properties/conditions/properties/windSpeed/properties/min/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                                              return false;
                                                                            }
                                                                          }
                                                                        }
                                                                        var valid30 = _errs95 === errors;
                                                                      } else {
                                                                        var valid30 = true;
                                                                      }
                                                                    }
                                                                  }
                                                                }
                                                                var valid26 = _errs92 === errors;
                                                              } else {
                                                                var valid26 = true;
                                                              }
                                                            }
                                                          }
                                                        }
                                                      } else {
                                                        validate52.errors = [{ instancePath: instancePath + "/conditions/windSpeed", schemaPath: "#/properties/conditions/properties/windSpeed/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid3 = _errs85 === errors;
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
                                  }
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/conditions", schemaPath: "#/properties/conditions/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                              return false;
                            }
                          }
                          var valid0 = _errs22 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.notes !== void 0) {
                            let data57 = data.notes;
                            const _errs96 = errors;
                            if (errors === _errs96) {
                              if (Array.isArray(data57)) {
                                if (data57.length > 64) {
                                  validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/maxItems", keyword: "maxItems", params: { limit: 64 }, message: "must NOT have more than 64 items" }];
                                  return false;
                                } else {
                                  var valid31 = true;
                                  const len0 = data57.length;
                                  for (let i0 = 0; i0 < len0; i0++) {
                                    let data58 = data57[i0];
                                    const _errs98 = errors;
                                    if (errors === _errs98) {
                                      if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
                                        let missing10;
                                        if (data58.rule === void 0 && (missing10 = "rule")) {
                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/required", keyword: "required", params: { missingProperty: missing10 }, message: "must have required property '" + missing10 + "'" }];
                                          return false;
                                        } else {
                                          const _errs100 = errors;
                                          for (const key11 in data58) {
                                            if (!(key11 === "field" || key11 === "rule" || key11 === "sent")) {
                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" }];
                                              return false;
                                              break;
                                            }
                                          }
                                          if (_errs100 === errors) {
                                            if (data58.field !== void 0) {
                                              let data59 = data58.field;
                                              const _errs101 = errors;
                                              if (errors === _errs101) {
                                                if (typeof data59 === "string") {
                                                  if (func2(data59) > 128) {
                                                    validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                                    return false;
                                                  } else {
                                                    if (!pattern6.test(data59)) {
                                                      validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' }];
                                                      return false;
                                                    }
                                                  }
                                                } else {
                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                  return false;
                                                }
                                              }
                                              var valid32 = _errs101 === errors;
                                            } else {
                                              var valid32 = true;
                                            }
                                            if (valid32) {
                                              if (data58.rule !== void 0) {
                                                let data60 = data58.rule;
                                                const _errs103 = errors;
                                                if (errors === _errs103) {
                                                  if (typeof data60 === "string") {
                                                    if (func2(data60) > 64) {
                                                      validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                      return false;
                                                    } else {
                                                      if (!pattern7.test(data60)) {
                                                        validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"' }];
                                                        return false;
                                                      }
                                                    }
                                                  } else {
                                                    validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                    return false;
                                                  }
                                                }
                                                var valid32 = _errs103 === errors;
                                              } else {
                                                var valid32 = true;
                                              }
                                              if (valid32) {
                                                if (data58.sent !== void 0) {
                                                  let data61 = data58.sent;
                                                  const _errs105 = errors;
                                                  if (errors === _errs105) {
                                                    if (typeof data61 === "string") {
                                                      if (func2(data61) > 4096) {
                                                        validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid32 = _errs105 === errors;
                                                } else {
                                                  var valid32 = true;
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
                                    var valid31 = _errs98 === errors;
                                    if (!valid31) {
                                      break;
                                    }
                                  }
                                }
                              } else {
                                validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                return false;
                              }
                            }
                            var valid0 = _errs96 === errors;
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
