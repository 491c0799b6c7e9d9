// Generated from air-observation/v1.0.0.json by contracts/build.ts; do not edit.
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
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:chuanyu:contract:air-observation:1.0.0", "title": "空气质量监测记录 · Air quality observation record", "x-title": { "zh": "空气质量监测记录", "en": "Air quality observation record" }, "type": "object", "additionalProperties": false, "required": ["aqi", "averaging", "interval", "notes", "originator", "publication", "referenceState", "results", "review", "site", "standard"], "properties": { "site": { "title": "站点或区域 · Site", "x-title": { "zh": "站点或区域", "en": "Site" }, "type": "object", "additionalProperties": false, "required": ["area", "code", "coordinates", "id", "kind", "name"], "properties": { "area": { "title": "区域 · Area", "x-title": { "zh": "区域", "en": "Area" }, "type": ["object", "null"], "additionalProperties": false, "required": ["id", "kind", "name", "party"], "x-source": "Register of divisions, the edition named in the receipt", "properties": { "id": { "title": "登记号 · Register id", "x-title": { "zh": "登记号", "en": "Register id" }, "description": "Id in the register of divisions: the code of GB/T 2260 where there is one (with the year it began where the code was used twice), else party and name.", "type": "string", "pattern": "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$" }, "kind": { "title": "类别 · Kind", "x-title": { "zh": "类别", "en": "Kind" }, "description": "city 市州, and Chongqing as a whole; county 区县; management 新区、高新区、经开区 without a code of their own; zone 预报片区.", "enum": ["city", "county", "management"] }, "name": { "title": "名称 · Name", "x-title": { "zh": "名称", "en": "Name" }, "type": "string", "minLength": 1, "maxLength": 64 }, "party": { "title": "所属方 · Side it belongs to", "x-title": { "zh": "所属方", "en": "Side it belongs to" }, "enum": ["cq", "sc"] } }, "description": "Where a station stands, or what an area’s figure is of; null where a station’s file says no place." }, "code": { "title": "站点编码 · Station code", "x-title": { "zh": "站点编码", "en": "Station code" }, "description": "As its network numbers it (1414A); null for an area and where not stated.", "type": ["string", "null"], "minLength": 1, "maxLength": 32 }, "coordinates": { "title": "坐标 · Coordinates", "x-title": { "zh": "坐标", "en": "Coordinates" }, "type": ["object", "null"], "additionalProperties": false, "required": ["crs", "latitude", "longitude"], "description": "Only with their reference system; null where it is not stated.", "properties": { "crs": { "title": "坐标系 · Reference system", "x-title": { "zh": "坐标系", "en": "Reference system" }, "description": "WGS 84 and CGCS2000 agree within decimetres.", "enum": ["CGCS2000", "WGS84"] }, "latitude": { "title": "纬度 · Latitude", "x-title": { "zh": "纬度", "en": "Latitude" }, "type": "number", "minimum": -90, "maximum": 90, "x-unit": "°" }, "longitude": { "title": "经度 · Longitude", "x-title": { "zh": "经度", "en": "Longitude" }, "type": "number", "minimum": -180, "maximum": 180, "x-unit": "°" } } }, "id": { "title": "站点标识 · Site id", "x-title": { "zh": "站点标识", "en": "Site id" }, "description": "The national code of a station; else party and code, or area and name; for an area its register id.", "type": "string", "minLength": 4, "maxLength": 96, "pattern": "^\\S+$" }, "kind": { "title": "类别 · Kind", "x-title": { "zh": "类别", "en": "Kind" }, "description": "station 站点; area 区域均值.", "enum": ["station", "area"] }, "name": { "title": "名称 · Name", "x-title": { "zh": "名称", "en": "Name" }, "type": ["string", "null"], "minLength": 1, "maxLength": 64 } } }, "interval": { "title": "监测时段 · Interval", "x-title": { "zh": "监测时段", "en": "Interval" }, "type": "object", "additionalProperties": false, "required": ["end", "start"], "properties": { "start": { "title": "起 · Start", "x-title": { "zh": "起", "en": "Start" }, "$ref": "#/$defs/instant" }, "end": { "title": "止 · End", "x-title": { "zh": "止", "en": "End" }, "$ref": "#/$defs/instant" } } }, "averaging": { "title": "平均时段 · Averaging", "x-title": { "zh": "平均时段", "en": "Averaging" }, "description": "1h 小时均值; 8h 8小时滑动均值; 24h 日均值, ozone being the day’s maximum 8-hour mean.", "enum": ["1h", "24h", "8h"] }, "results": { "title": "监测结果 · Results", "x-title": { "zh": "监测结果", "en": "Results" }, "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "co": { "title": "一氧化碳 · Carbon monoxide", "x-title": { "zh": "一氧化碳", "en": "Carbon monoxide" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "mg/m³" }, "value": { "minimum": 0, "maximum": 90 } }, "x-unit": "mg/m³", "x-source": "GB 3095; HJ 633. Up to 90 mg/m³, the last break point of an hour below index 400: figures in μg/m³ begin at 100" }, "no2": { "title": "二氧化氮 · Nitrogen dioxide", "x-title": { "zh": "二氧化氮", "en": "Nitrogen dioxide" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "μg/m³", "x-source": "GB 3095; HJ 633" }, "o3": { "title": "臭氧 · Ozone", "x-title": { "zh": "臭氧", "en": "Ozone" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "μg/m³", "x-source": "GB 3095; HJ 633. An hour’s mean at 1h, eight hours’ mean at 8h, the day’s maximum 8-hour mean at 24h" }, "pm10": { "title": "可吸入颗粒物(PM10) · Inhalable particles (PM10)", "x-title": { "zh": "可吸入颗粒物(PM10)", "en": "Inhalable particles (PM10)" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 2e4 } }, "x-unit": "μg/m³", "x-source": "GB 3095; HJ 633" }, "pm25": { "title": "细颗粒物(PM2.5) · Fine particles (PM2.5)", "x-title": { "zh": "细颗粒物(PM2.5)", "en": "Fine particles (PM2.5)" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "μg/m³", "x-source": "GB 3095; HJ 633" }, "so2": { "title": "二氧化硫 · Sulfur dioxide", "x-title": { "zh": "二氧化硫", "en": "Sulfur dioxide" }, "allOf": [{ "$ref": "#/$defs/result" }], "properties": { "unit": { "const": "μg/m³" }, "value": { "minimum": 0, "maximum": 1e4 } }, "x-unit": "μg/m³", "x-source": "GB 3095; HJ 633" } } }, "aqi": { "title": "空气质量指数 · Index", "x-title": { "zh": "空气质量指数", "en": "Index" }, "type": "object", "additionalProperties": false, "required": ["class", "computed", "primary", "reported"], "description": "Computed from the results by the edition in force; null where the edition gives none, at 8h, and before any edition.", "x-source": "HJ 633, the edition of `standard`", "properties": { "class": { "title": "级别 · Class", "x-title": { "zh": "级别", "en": "Class" }, "type": "object", "additionalProperties": false, "required": ["computed", "reported"], "properties": { "computed": { "title": "计算级别 · Class computed", "x-title": { "zh": "计算级别", "en": "Class computed" }, "$ref": "#/$defs/classOrNone" }, "reported": { "title": "报送级别 · Class as sent", "x-title": { "zh": "报送级别", "en": "Class as sent" }, "$ref": "#/$defs/classOrNone" } } }, "computed": { "title": "计算指数 · Index computed", "x-title": { "zh": "计算指数", "en": "Index computed" }, "type": ["integer", "null"], "minimum": 0, "maximum": 500 }, "primary": { "title": "首要污染物 · Primary pollutants", "x-title": { "zh": "首要污染物", "en": "Primary pollutants" }, "type": "object", "additionalProperties": false, "required": ["computed", "reported"], "properties": { "computed": { "title": "计算 · Computed", "x-title": { "zh": "计算", "en": "Computed" }, "$ref": "#/$defs/pollutants" }, "reported": { "title": "报送 · As sent", "x-title": { "zh": "报送", "en": "As sent" }, "description": "Null where the file has no such column; none sent is an empty list.", "type": ["array", "null"], "uniqueItems": true, "maxItems": 6, "items": { "enum": ["co", "no2", "o3", "pm10", "pm25", "so2"] } } } }, "reported": { "title": "报送指数 · Index as sent", "x-title": { "zh": "报送指数", "en": "Index as sent" }, "type": ["integer", "null"], "minimum": 0, "maximum": 500 } } }, "standard": { "title": "评价标准 · Standard", "x-title": { "zh": "评价标准", "en": "Standard" }, "description": "The edition of the index in force during the interval; null before any.", "enum": ["HJ 633-2012", "HJ 633-2026", null] }, "referenceState": { "title": "气态污染物状态 · State of gases", "x-title": { "zh": "气态污染物状态", "en": "State of gases" }, "type": ["object", "null"], "additionalProperties": false, "required": ["basis", "pressure", "temperature"], "description": "Gases are told at this temperature and pressure, particles at the state of the air. basis: date, by the rule in force then; stated, by the sender.", "x-source": "GB 3095, its amendment of 2018-09-01", "properties": { "basis": { "title": "依据 · Basis", "x-title": { "zh": "依据", "en": "Basis" }, "enum": ["date", "stated"] }, "pressure": { "title": "气压 · Pressure", "x-title": { "zh": "气压", "en": "Pressure" }, "type": ["string", "null"], "maxLength": 16, "x-unit": "hPa" }, "temperature": { "title": "温度 · Temperature", "x-title": { "zh": "温度", "en": "Temperature" }, "type": ["string", "null"], "maxLength": 16, "x-unit": "K" } } }, "originator": { "title": "数据生产者 · Originator", "x-title": { "zh": "数据生产者", "en": "Originator" }, "description": "Who produced the figures: cnemc 中国环境监测总站, or a side. National stations belong to the national centre even when a side passes them on.", "enum": ["cnemc", "cq", "sc"] }, "review": { "title": "审核状态 · Review state", "x-title": { "zh": "审核状态", "en": "Review state" }, "description": "raw 未审核; reviewed 已审核; final 终审.", "enum": ["raw", "reviewed", "final"] }, "publication": { "title": "发布权 · Right to publish", "x-title": { "zh": "发布权", "en": "Right to publish" }, "description": "none 不得发布; joint 双方共同发布; public 已公开.", "enum": ["none", "joint", "public"] }, "notes": { "title": "规范化说明 · Notes", "x-title": { "zh": "规范化说明", "en": "Notes" }, "description": "What normalisation changed, each by its rule.", "type": "array", "maxItems": 64, "items": { "type": "object", "additionalProperties": false, "required": ["rule"], "properties": { "field": { "type": "string", "maxLength": 128, "pattern": "^/" }, "rule": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 }, "sent": { "type": "string", "maxLength": 4096 } } } } }, "$defs": { "instant": { "type": "string", "description": "Asia/Shanghai, to the second.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$" }, "classOrNone": { "enum": [1, 2, 3, 4, 5, 6, null], "description": "1 优, 2 良, 3 轻度污染, 4 中度污染, 5 重度污染, 6 严重污染." }, "pollutants": { "type": "array", "uniqueItems": true, "maxItems": 6, "items": { "enum": ["co", "no2", "o3", "pm10", "pm25", "so2"] } }, "result": { "title": "结果 · Result", "x-title": { "zh": "结果", "en": "Result" }, "type": "object", "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit. qualifier: null a figure; < below the figure; L below the detection limit, which is the value; ND not detected, limit not given; missing 缺测; not-monitored 未监测. A missing figure is null, never 0.", "properties": { "qualifier": { "enum": [null, "<", "L", "ND", "missing", "not-monitored"] }, "reported": { "type": ["string", "null"], "maxLength": 64 }, "unit": { "type": "string" }, "value": { "type": ["number", "null"] } }, "if": { "properties": { "qualifier": { "enum": [null, "<", "L"] } } }, "then": { "properties": { "reported": { "type": "string", "minLength": 1 }, "value": { "type": "number" } } }, "else": { "properties": { "value": { "type": "null" } } }, "additionalProperties": false } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var func0 = require_equal().default;
var pattern3 = new RegExp("^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$", "u");
var pattern4 = new RegExp("^\\S+$", "u");
var pattern6 = new RegExp("^/", "u");
var pattern7 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
var pattern5 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$", "u");
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
      if (!pattern5.test(data)) {
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
var schema21 = { "title": "结果 · Result", "x-title": { "zh": "结果", "en": "Result" }, "type": "object", "required": ["qualifier", "reported", "unit", "value"], "description": "The number, the digits as reported, the unit. qualifier: null a figure; < below the figure; L below the detection limit, which is the value; ND not detected, limit not given; missing 缺测; not-monitored 未监测. A missing figure is null, never 0.", "properties": { "qualifier": { "enum": [null, "<", "L", "ND", "missing", "not-monitored"] }, "reported": { "type": ["string", "null"], "maxLength": 64 }, "unit": { "type": "string" }, "value": { "type": ["number", "null"] } }, "if": { "properties": { "qualifier": { "enum": [null, "<", "L"] } } }, "then": { "properties": { "reported": { "type": "string", "minLength": 1 }, "value": { "type": "number" } } }, "else": { "properties": { "value": { "type": "null" } } }, "additionalProperties": false };
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
              validate56.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/then/properties/reported/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
              return false;
            }
          } else {
            validate56.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/then/properties/reported/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
            validate56.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/then/properties/value/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
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
          validate56.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/else/properties/value/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
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
    validate56.errors = vErrors;
    return false;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.qualifier === void 0 && (missing0 = "qualifier") || data.reported === void 0 && (missing0 = "reported") || data.unit === void 0 && (missing0 = "unit") || data.value === void 0 && (missing0 = "value")) {
        validate56.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs12 = errors;
        for (const key0 in data) {
          if (!(key0 === "qualifier" || key0 === "reported" || key0 === "unit" || key0 === "value")) {
            validate56.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs12 === errors) {
          if (data.qualifier !== void 0) {
            let data4 = data.qualifier;
            const _errs13 = errors;
            if (!(data4 === null || data4 === "<" || data4 === "L" || data4 === "ND" || data4 === "missing" || data4 === "not-monitored")) {
              validate56.errors = [{ instancePath: instancePath + "/qualifier", schemaPath: "#/properties/qualifier/enum", keyword: "enum", params: { allowedValues: schema21.properties.qualifier.enum }, message: "must be equal to one of the allowed values" }];
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
                validate56.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/type", keyword: "type", params: { type: schema21.properties.reported.type }, message: "must be string,null" }];
                return false;
              }
              if (errors === _errs14) {
                if (typeof data5 === "string") {
                  if (func2(data5) > 64) {
                    validate56.errors = [{ instancePath: instancePath + "/reported", schemaPath: "#/properties/reported/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
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
                  validate56.errors = [{ instancePath: instancePath + "/unit", schemaPath: "#/properties/unit/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
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
                    validate56.errors = [{ instancePath: instancePath + "/value", schemaPath: "#/properties/value/type", keyword: "type", params: { type: schema21.properties.value.type }, message: "must be number,null" }];
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
      validate56.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
      return false;
    }
  }
  validate56.errors = vErrors;
  return errors === 0;
}
validate56.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema22 = { "enum": [1, 2, 3, 4, 5, 6, null], "description": "1 优, 2 良, 3 轻度污染, 4 中度污染, 5 重度污染, 6 严重污染." };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!(data === 1 || data === 2 || data === 3 || data === 4 || data === 5 || data === 6 || data === null)) {
    validate63.errors = [{ instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema22.enum }, message: "must be equal to one of the allowed values" }];
    return false;
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema23 = { "type": "array", "uniqueItems": true, "maxItems": 6, "items": { "enum": ["co", "no2", "o3", "pm10", "pm25", "so2"] } };
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (Array.isArray(data)) {
      if (data.length > 6) {
        validate66.errors = [{ instancePath, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 6 }, message: "must NOT have more than 6 items" }];
        return false;
      } else {
        var valid0 = true;
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data0 = data[i0];
          const _errs1 = errors;
          if (!(data0 === "co" || data0 === "no2" || data0 === "o3" || data0 === "pm10" || data0 === "pm25" || data0 === "so2")) {
            validate66.errors = [{ instancePath: instancePath + "/" + i0, schemaPath: "#/items/enum", keyword: "enum", params: { allowedValues: schema23.items.enum }, message: "must be equal to one of the allowed values" }];
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
                  validate66.errors = [{ instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }];
                  return false;
                  break outer0;
                }
              }
            }
          }
        }
      }
    } else {
      validate66.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
      return false;
    }
  }
  validate66.errors = vErrors;
  return errors === 0;
}
validate66.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
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
      if (data.aqi === void 0 && (missing0 = "aqi") || data.averaging === void 0 && (missing0 = "averaging") || data.interval === void 0 && (missing0 = "interval") || data.notes === void 0 && (missing0 = "notes") || data.originator === void 0 && (missing0 = "originator") || data.publication === void 0 && (missing0 = "publication") || data.referenceState === void 0 && (missing0 = "referenceState") || data.results === void 0 && (missing0 = "results") || data.review === void 0 && (missing0 = "review") || data.site === void 0 && (missing0 = "site") || data.standard === void 0 && (missing0 = "standard")) {
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
          if (data.site !== void 0) {
            let data0 = data.site;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                let missing1;
                if (data0.area === void 0 && (missing1 = "area") || data0.code === void 0 && (missing1 = "code") || data0.coordinates === void 0 && (missing1 = "coordinates") || data0.id === void 0 && (missing1 = "id") || data0.kind === void 0 && (missing1 = "kind") || data0.name === void 0 && (missing1 = "name")) {
                  validate52.errors = [{ instancePath: instancePath + "/site", schemaPath: "#/properties/site/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                  return false;
                } else {
                  const _errs4 = errors;
                  for (const key1 in data0) {
                    if (!(key1 === "area" || key1 === "code" || key1 === "coordinates" || key1 === "id" || key1 === "kind" || key1 === "name")) {
                      validate52.errors = [{ instancePath: instancePath + "/site", schemaPath: "#/properties/site/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                      return false;
                      break;
                    }
                  }
                  if (_errs4 === errors) {
                    if (data0.area !== void 0) {
                      let data1 = data0.area;
                      const _errs5 = errors;
                      if (!(data1 && typeof data1 == "object" && !Array.isArray(data1)) && data1 !== null) {
                        validate52.errors = [{ instancePath: instancePath + "/site/area", schemaPath: "#/properties/site/properties/area/type", keyword: "type", params: { type: schema19.properties.site.properties.area.type }, message: "must be object,null" }];
                        return false;
                      }
                      if (errors === _errs5) {
                        if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                          let missing2;
                          if (data1.id === void 0 && (missing2 = "id") || data1.kind === void 0 && (missing2 = "kind") || data1.name === void 0 && (missing2 = "name") || data1.party === void 0 && (missing2 = "party")) {
                            validate52.errors = [{ instancePath: instancePath + "/site/area", schemaPath: "#/properties/site/properties/area/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                            return false;
                          } else {
                            const _errs7 = errors;
                            for (const key2 in data1) {
                              if (!(key2 === "id" || key2 === "kind" || key2 === "name" || key2 === "party")) {
                                validate52.errors = [{ instancePath: instancePath + "/site/area", schemaPath: "#/properties/site/properties/area/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                                return false;
                                break;
                              }
                            }
                            if (_errs7 === errors) {
                              if (data1.id !== void 0) {
                                let data2 = data1.id;
                                const _errs8 = errors;
                                if (errors === _errs8) {
                                  if (typeof data2 === "string") {
                                    if (!pattern3.test(data2)) {
                                      validate52.errors = [{ instancePath: instancePath + "/site/area/id", schemaPath: "#/properties/site/properties/area/properties/id/pattern", keyword: "pattern", params: { pattern: "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$" }, message: 'must match pattern "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$"' }];
                                      return false;
                                    }
                                  } else {
                                    validate52.errors = [{ instancePath: instancePath + "/site/area/id", schemaPath: "#/properties/site/properties/area/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid2 = _errs8 === errors;
                              } else {
                                var valid2 = true;
                              }
                              if (valid2) {
                                if (data1.kind !== void 0) {
                                  let data3 = data1.kind;
                                  const _errs10 = errors;
                                  if (!(data3 === "city" || data3 === "county" || data3 === "management")) {
                                    validate52.errors = [{ instancePath: instancePath + "/site/area/kind", schemaPath: "#/properties/site/properties/area/properties/kind/enum", keyword: "enum", params: { allowedValues: schema19.properties.site.properties.area.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid2 = _errs10 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data1.name !== void 0) {
                                    let data4 = data1.name;
                                    const _errs11 = errors;
                                    if (errors === _errs11) {
                                      if (typeof data4 === "string") {
                                        if (func2(data4) > 64) {
                                          validate52.errors = [{ instancePath: instancePath + "/site/area/name", schemaPath: "#/properties/site/properties/area/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                          return false;
                                        } else {
                                          if (func2(data4) < 1) {
                                            validate52.errors = [{ instancePath: instancePath + "/site/area/name", schemaPath: "#/properties/site/properties/area/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                            return false;
                                          }
                                        }
                                      } else {
                                        validate52.errors = [{ instancePath: instancePath + "/site/area/name", schemaPath: "#/properties/site/properties/area/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                        return false;
                                      }
                                    }
                                    var valid2 = _errs11 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                  if (valid2) {
                                    if (data1.party !== void 0) {
                                      let data5 = data1.party;
                                      const _errs13 = errors;
                                      if (!(data5 === "cq" || data5 === "sc")) {
                                        validate52.errors = [{ instancePath: instancePath + "/site/area/party", schemaPath: "#/properties/site/properties/area/properties/party/enum", keyword: "enum", params: { allowedValues: schema19.properties.site.properties.area.properties.party.enum }, message: "must be equal to one of the allowed values" }];
                                        return false;
                                      }
                                      var valid2 = _errs13 === errors;
                                    } else {
                                      var valid2 = true;
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                      var valid1 = _errs5 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data0.code !== void 0) {
                        let data6 = data0.code;
                        const _errs14 = errors;
                        if (typeof data6 !== "string" && data6 !== null) {
                          validate52.errors = [{ instancePath: instancePath + "/site/code", schemaPath: "#/properties/site/properties/code/type", keyword: "type", params: { type: schema19.properties.site.properties.code.type }, message: "must be string,null" }];
                          return false;
                        }
                        if (errors === _errs14) {
                          if (typeof data6 === "string") {
                            if (func2(data6) > 32) {
                              validate52.errors = [{ instancePath: instancePath + "/site/code", schemaPath: "#/properties/site/properties/code/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }];
                              return false;
                            } else {
                              if (func2(data6) < 1) {
                                validate52.errors = [{ instancePath: instancePath + "/site/code", schemaPath: "#/properties/site/properties/code/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              }
                            }
                          }
                        }
                        var valid1 = _errs14 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data0.coordinates !== void 0) {
                          let data7 = data0.coordinates;
                          const _errs16 = errors;
                          if (!(data7 && typeof data7 == "object" && !Array.isArray(data7)) && data7 !== null) {
                            validate52.errors = [{ instancePath: instancePath + "/site/coordinates", schemaPath: "#/properties/site/properties/coordinates/type", keyword: "type", params: { type: schema19.properties.site.properties.coordinates.type }, message: "must be object,null" }];
                            return false;
                          }
                          if (errors === _errs16) {
                            if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                              let missing3;
                              if (data7.crs === void 0 && (missing3 = "crs") || data7.latitude === void 0 && (missing3 = "latitude") || data7.longitude === void 0 && (missing3 = "longitude")) {
                                validate52.errors = [{ instancePath: instancePath + "/site/coordinates", schemaPath: "#/properties/site/properties/coordinates/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                                return false;
                              } else {
                                const _errs18 = errors;
                                for (const key3 in data7) {
                                  if (!(key3 === "crs" || key3 === "latitude" || key3 === "longitude")) {
                                    validate52.errors = [{ instancePath: instancePath + "/site/coordinates", schemaPath: "#/properties/site/properties/coordinates/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                                    return false;
                                    break;
                                  }
                                }
                                if (_errs18 === errors) {
                                  if (data7.crs !== void 0) {
                                    let data8 = data7.crs;
                                    const _errs19 = errors;
                                    if (!(data8 === "CGCS2000" || data8 === "WGS84")) {
                                      validate52.errors = [{ instancePath: instancePath + "/site/coordinates/crs", schemaPath: "#/properties/site/properties/coordinates/properties/crs/enum", keyword: "enum", params: { allowedValues: schema19.properties.site.properties.coordinates.properties.crs.enum }, message: "must be equal to one of the allowed values" }];
                                      return false;
                                    }
                                    var valid3 = _errs19 === errors;
                                  } else {
                                    var valid3 = true;
                                  }
                                  if (valid3) {
                                    if (data7.latitude !== void 0) {
                                      let data9 = data7.latitude;
                                      const _errs20 = errors;
                                      if (errors === _errs20) {
                                        if (typeof data9 == "number" && isFinite(data9)) {
                                          if (data9 > 90 || isNaN(data9)) {
                                            validate52.errors = [{ instancePath: instancePath + "/site/coordinates/latitude", schemaPath: "#/properties/site/properties/coordinates/properties/latitude/maximum", keyword: "maximum", params: { comparison: "<=", limit: 90 }, message: "must be <= 90" }];
                                            return false;
                                          } else {
                                            if (data9 < -90 || isNaN(data9)) {
                                              validate52.errors = [{ instancePath: instancePath + "/site/coordinates/latitude", schemaPath: "#/properties/site/properties/coordinates/properties/latitude/minimum", keyword: "minimum", params: { comparison: ">=", limit: -90 }, message: "must be >= -90" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/site/coordinates/latitude", schemaPath: "#/properties/site/properties/coordinates/properties/latitude/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                          return false;
                                        }
                                      }
                                      var valid3 = _errs20 === errors;
                                    } else {
                                      var valid3 = true;
                                    }
                                    if (valid3) {
                                      if (data7.longitude !== void 0) {
                                        let data10 = data7.longitude;
                                        const _errs22 = errors;
                                        if (errors === _errs22) {
                                          if (typeof data10 == "number" && isFinite(data10)) {
                                            if (data10 > 180 || isNaN(data10)) {
                                              validate52.errors = [{ instancePath: instancePath + "/site/coordinates/longitude", schemaPath: "#/properties/site/properties/coordinates/properties/longitude/maximum", keyword: "maximum", params: { comparison: "<=", limit: 180 }, message: "must be <= 180" }];
                                              return false;
                                            } else {
                                              if (data10 < -180 || isNaN(data10)) {
                                                validate52.errors = [{ instancePath: instancePath + "/site/coordinates/longitude", schemaPath: "#/properties/site/properties/coordinates/properties/longitude/minimum", keyword: "minimum", params: { comparison: ">=", limit: -180 }, message: "must be >= -180" }];
                                                return false;
                                              }
                                            }
                                          } else {
                                            validate52.errors = [{ instancePath: instancePath + "/site/coordinates/longitude", schemaPath: "#/properties/site/properties/coordinates/properties/longitude/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                            return false;
                                          }
                                        }
                                        var valid3 = _errs22 === errors;
                                      } else {
                                        var valid3 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                          var valid1 = _errs16 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data0.id !== void 0) {
                            let data11 = data0.id;
                            const _errs24 = errors;
                            if (errors === _errs24) {
                              if (typeof data11 === "string") {
                                if (func2(data11) > 96) {
                                  validate52.errors = [{ instancePath: instancePath + "/site/id", schemaPath: "#/properties/site/properties/id/maxLength", keyword: "maxLength", params: { limit: 96 }, message: "must NOT have more than 96 characters" }];
                                  return false;
                                } else {
                                  if (func2(data11) < 4) {
                                    validate52.errors = [{ instancePath: instancePath + "/site/id", schemaPath: "#/properties/site/properties/id/minLength", keyword: "minLength", params: { limit: 4 }, message: "must NOT have fewer than 4 characters" }];
                                    return false;
                                  } else {
                                    if (!pattern4.test(data11)) {
                                      validate52.errors = [{ instancePath: instancePath + "/site/id", schemaPath: "#/properties/site/properties/id/pattern", keyword: "pattern", params: { pattern: "^\\S+$" }, message: 'must match pattern "^\\S+$"' }];
                                      return false;
                                    }
                                  }
                                }
                              } else {
                                validate52.errors = [{ instancePath: instancePath + "/site/id", schemaPath: "#/properties/site/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                return false;
                              }
                            }
                            var valid1 = _errs24 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data0.kind !== void 0) {
                              let data12 = data0.kind;
                              const _errs26 = errors;
                              if (!(data12 === "station" || data12 === "area")) {
                                validate52.errors = [{ instancePath: instancePath + "/site/kind", schemaPath: "#/properties/site/properties/kind/enum", keyword: "enum", params: { allowedValues: schema19.properties.site.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid1 = _errs26 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data0.name !== void 0) {
                                let data13 = data0.name;
                                const _errs27 = errors;
                                if (typeof data13 !== "string" && data13 !== null) {
                                  validate52.errors = [{ instancePath: instancePath + "/site/name", schemaPath: "#/properties/site/properties/name/type", keyword: "type", params: { type: schema19.properties.site.properties.name.type }, message: "must be string,null" }];
                                  return false;
                                }
                                if (errors === _errs27) {
                                  if (typeof data13 === "string") {
                                    if (func2(data13) > 64) {
                                      validate52.errors = [{ instancePath: instancePath + "/site/name", schemaPath: "#/properties/site/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                      return false;
                                    } else {
                                      if (func2(data13) < 1) {
                                        validate52.errors = [{ instancePath: instancePath + "/site/name", schemaPath: "#/properties/site/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                        return false;
                                      }
                                    }
                                  }
                                }
                                var valid1 = _errs27 === errors;
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
              } else {
                validate52.errors = [{ instancePath: instancePath + "/site", schemaPath: "#/properties/site/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.interval !== void 0) {
              let data14 = data.interval;
              const _errs29 = errors;
              if (errors === _errs29) {
                if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                  let missing4;
                  if (data14.end === void 0 && (missing4 = "end") || data14.start === void 0 && (missing4 = "start")) {
                    validate52.errors = [{ instancePath: instancePath + "/interval", schemaPath: "#/properties/interval/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                    return false;
                  } else {
                    const _errs31 = errors;
                    for (const key4 in data14) {
                      if (!(key4 === "start" || key4 === "end")) {
                        validate52.errors = [{ instancePath: instancePath + "/interval", schemaPath: "#/properties/interval/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                      }
                    }
                    if (_errs31 === errors) {
                      if (data14.start !== void 0) {
                        const _errs32 = errors;
                        if (!validate53(data14.start, { instancePath: instancePath + "/interval/start", parentData: data14, parentDataProperty: "start", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                          errors = vErrors.length;
                        }
                        var valid4 = _errs32 === errors;
                      } else {
                        var valid4 = true;
                      }
                      if (valid4) {
                        if (data14.end !== void 0) {
                          const _errs33 = errors;
                          if (!validate53(data14.end, { instancePath: instancePath + "/interval/end", parentData: data14, parentDataProperty: "end", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                            errors = vErrors.length;
                          }
                          var valid4 = _errs33 === errors;
                        } else {
                          var valid4 = true;
                        }
                      }
                    }
                  }
                } else {
                  validate52.errors = [{ instancePath: instancePath + "/interval", schemaPath: "#/properties/interval/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                  return false;
                }
              }
              var valid0 = _errs29 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.averaging !== void 0) {
                let data17 = data.averaging;
                const _errs34 = errors;
                if (!(data17 === "1h" || data17 === "24h" || data17 === "8h")) {
                  validate52.errors = [{ instancePath: instancePath + "/averaging", schemaPath: "#/properties/averaging/enum", keyword: "enum", params: { allowedValues: schema19.properties.averaging.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
                var valid0 = _errs34 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.results !== void 0) {
                  let data18 = data.results;
                  const _errs35 = errors;
                  if (errors === _errs35) {
                    if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
                      if (Object.keys(data18).length < 1) {
                        validate52.errors = [{ instancePath: instancePath + "/results", schemaPath: "#/properties/results/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" }];
                        return false;
                      } else {
                        const _errs37 = errors;
                        for (const key5 in data18) {
                          if (!(key5 === "co" || key5 === "no2" || key5 === "o3" || key5 === "pm10" || key5 === "pm25" || key5 === "so2")) {
                            validate52.errors = [{ instancePath: instancePath + "/results", schemaPath: "#/properties/results/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                            return false;
                            break;
                          }
                        }
                        if (_errs37 === errors) {
                          if (data18.co !== void 0) {
                            let data19 = data18.co;
                            const _errs38 = errors;
                            if (!validate56(data19, { instancePath: instancePath + "/results/co", parentData: data18, parentDataProperty: "co", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                              errors = vErrors.length;
                            }
                            if (errors === _errs38) {
                              if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                                if (data19.unit !== void 0) {
                                  const _errs40 = errors;
                                  if ("mg/m³" !== data19.unit) {
                                    validate52.errors = [{ instancePath: instancePath + "/results/co/unit", schemaPath: "#/properties/results/properties/co/properties/unit/const", keyword: "const", params: { allowedValue: "mg/m³" }, message: "must be equal to constant" }];
                                    return false;
                                  }
                                  var valid7 = _errs40 === errors;
                                } else {
                                  var valid7 = true;
                                }
                                if (valid7) {
                                  if (data19.value !== void 0) {
                                    let data21 = data19.value;
                                    const _errs41 = errors;
                                    if (typeof data21 == "number" && isFinite(data21)) {
                                      if (data21 > 90 || isNaN(data21)) {
                                        validate52.errors = [{ instancePath: instancePath + "/results/co/value", schemaPath: "#/properties/results/properties/co/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 90 }, message: "must be <= 90" }];
                                        return false;
                                      } else {
                                        if (data21 < 0 || isNaN(data21)) {
                                          validate52.errors = [{ instancePath: instancePath + "/results/co/value", schemaPath: "#/properties/results/properties/co/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid7 = _errs41 === errors;
                                  } else {
                                    var valid7 = true;
                                  }
                                }
                              }
                            }
                            var valid5 = _errs38 === errors;
                          } else {
                            var valid5 = true;
                          }
                          if (valid5) {
                            if (data18.no2 !== void 0) {
                              let data22 = data18.no2;
                              const _errs42 = errors;
                              if (!validate56(data22, { instancePath: instancePath + "/results/no2", parentData: data18, parentDataProperty: "no2", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                                errors = vErrors.length;
                              }
                              if (errors === _errs42) {
                                if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                                  if (data22.unit !== void 0) {
                                    const _errs44 = errors;
                                    if ("μg/m³" !== data22.unit) {
                                      validate52.errors = [{ instancePath: instancePath + "/results/no2/unit", schemaPath: "#/properties/results/properties/no2/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                      return false;
                                    }
                                    var valid9 = _errs44 === errors;
                                  } else {
                                    var valid9 = true;
                                  }
                                  if (valid9) {
                                    if (data22.value !== void 0) {
                                      let data24 = data22.value;
                                      const _errs45 = errors;
                                      if (typeof data24 == "number" && isFinite(data24)) {
                                        if (data24 > 1e4 || isNaN(data24)) {
                                          validate52.errors = [{ instancePath: instancePath + "/results/no2/value", schemaPath: "#/properties/results/properties/no2/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                          return false;
                                        } else {
                                          if (data24 < 0 || isNaN(data24)) {
                                            validate52.errors = [{ instancePath: instancePath + "/results/no2/value", schemaPath: "#/properties/results/properties/no2/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid9 = _errs45 === errors;
                                    } else {
                                      var valid9 = true;
                                    }
                                  }
                                }
                              }
                              var valid5 = _errs42 === errors;
                            } else {
                              var valid5 = true;
                            }
                            if (valid5) {
                              if (data18.o3 !== void 0) {
                                let data25 = data18.o3;
                                const _errs46 = errors;
                                if (!validate56(data25, { instancePath: instancePath + "/results/o3", parentData: data18, parentDataProperty: "o3", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                                  errors = vErrors.length;
                                }
                                if (errors === _errs46) {
                                  if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                                    if (data25.unit !== void 0) {
                                      const _errs48 = errors;
                                      if ("μg/m³" !== data25.unit) {
                                        validate52.errors = [{ instancePath: instancePath + "/results/o3/unit", schemaPath: "#/properties/results/properties/o3/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                        return false;
                                      }
                                      var valid11 = _errs48 === errors;
                                    } else {
                                      var valid11 = true;
                                    }
                                    if (valid11) {
                                      if (data25.value !== void 0) {
                                        let data27 = data25.value;
                                        const _errs49 = errors;
                                        if (typeof data27 == "number" && isFinite(data27)) {
                                          if (data27 > 1e4 || isNaN(data27)) {
                                            validate52.errors = [{ instancePath: instancePath + "/results/o3/value", schemaPath: "#/properties/results/properties/o3/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                            return false;
                                          } else {
                                            if (data27 < 0 || isNaN(data27)) {
                                              validate52.errors = [{ instancePath: instancePath + "/results/o3/value", schemaPath: "#/properties/results/properties/o3/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid11 = _errs49 === errors;
                                      } else {
                                        var valid11 = true;
                                      }
                                    }
                                  }
                                }
                                var valid5 = _errs46 === errors;
                              } else {
                                var valid5 = true;
                              }
                              if (valid5) {
                                if (data18.pm10 !== void 0) {
                                  let data28 = data18.pm10;
                                  const _errs50 = errors;
                                  if (!validate56(data28, { instancePath: instancePath + "/results/pm10", parentData: data18, parentDataProperty: "pm10", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                                    errors = vErrors.length;
                                  }
                                  if (errors === _errs50) {
                                    if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
                                      if (data28.unit !== void 0) {
                                        const _errs52 = errors;
                                        if ("μg/m³" !== data28.unit) {
                                          validate52.errors = [{ instancePath: instancePath + "/results/pm10/unit", schemaPath: "#/properties/results/properties/pm10/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                          return false;
                                        }
                                        var valid13 = _errs52 === errors;
                                      } else {
                                        var valid13 = true;
                                      }
                                      if (valid13) {
                                        if (data28.value !== void 0) {
                                          let data30 = data28.value;
                                          const _errs53 = errors;
                                          if (typeof data30 == "number" && isFinite(data30)) {
                                            if (data30 > 2e4 || isNaN(data30)) {
                                              validate52.errors = [{ instancePath: instancePath + "/results/pm10/value", schemaPath: "#/properties/results/properties/pm10/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2e4 }, message: "must be <= 20000" }];
                                              return false;
                                            } else {
                                              if (data30 < 0 || isNaN(data30)) {
                                                validate52.errors = [{ instancePath: instancePath + "/results/pm10/value", schemaPath: "#/properties/results/properties/pm10/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid13 = _errs53 === errors;
                                        } else {
                                          var valid13 = true;
                                        }
                                      }
                                    }
                                  }
                                  var valid5 = _errs50 === errors;
                                } else {
                                  var valid5 = true;
                                }
                                if (valid5) {
                                  if (data18.pm25 !== void 0) {
                                    let data31 = data18.pm25;
                                    const _errs54 = errors;
                                    if (!validate56(data31, { instancePath: instancePath + "/results/pm25", parentData: data18, parentDataProperty: "pm25", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                                      errors = vErrors.length;
                                    }
                                    if (errors === _errs54) {
                                      if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
                                        if (data31.unit !== void 0) {
                                          const _errs56 = errors;
                                          if ("μg/m³" !== data31.unit) {
                                            validate52.errors = [{ instancePath: instancePath + "/results/pm25/unit", schemaPath: "#/properties/results/properties/pm25/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                            return false;
                                          }
                                          var valid15 = _errs56 === errors;
                                        } else {
                                          var valid15 = true;
                                        }
                                        if (valid15) {
                                          if (data31.value !== void 0) {
                                            let data33 = data31.value;
                                            const _errs57 = errors;
                                            if (typeof data33 == "number" && isFinite(data33)) {
                                              if (data33 > 1e4 || isNaN(data33)) {
                                                validate52.errors = [{ instancePath: instancePath + "/results/pm25/value", schemaPath: "#/properties/results/properties/pm25/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                return false;
                                              } else {
                                                if (data33 < 0 || isNaN(data33)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/results/pm25/value", schemaPath: "#/properties/results/properties/pm25/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid15 = _errs57 === errors;
                                          } else {
                                            var valid15 = true;
                                          }
                                        }
                                      }
                                    }
                                    var valid5 = _errs54 === errors;
                                  } else {
                                    var valid5 = true;
                                  }
                                  if (valid5) {
                                    if (data18.so2 !== void 0) {
                                      let data34 = data18.so2;
                                      const _errs58 = errors;
                                      if (!validate56(data34, { instancePath: instancePath + "/results/so2", parentData: data18, parentDataProperty: "so2", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                                        errors = vErrors.length;
                                      }
                                      if (errors === _errs58) {
                                        if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
                                          if (data34.unit !== void 0) {
                                            const _errs60 = errors;
                                            if ("μg/m³" !== data34.unit) {
                                              validate52.errors = [{ instancePath: instancePath + "/results/so2/unit", schemaPath: "#/properties/results/properties/so2/properties/unit/const", keyword: "const", params: { allowedValue: "μg/m³" }, message: "must be equal to constant" }];
                                              return false;
                                            }
                                            var valid17 = _errs60 === errors;
                                          } else {
                                            var valid17 = true;
                                          }
                                          if (valid17) {
                                            if (data34.value !== void 0) {
                                              let data36 = data34.value;
                                              const _errs61 = errors;
                                              if (typeof data36 == "number" && isFinite(data36)) {
                                                if (data36 > 1e4 || isNaN(data36)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/results/so2/value", schemaPath: "#/properties/results/properties/so2/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 }, message: "must be <= 10000" }];
                                                  return false;
                                                } else {
                                                  if (data36 < 0 || isNaN(data36)) {
                                                    validate52.errors = [{ instancePath: instancePath + "/results/so2/value", schemaPath: "#/properties/results/properties/so2/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              }
                                              var valid17 = _errs61 === errors;
                                            } else {
                                              var valid17 = true;
                                            }
                                          }
                                        }
                                      }
                                      var valid5 = _errs58 === errors;
                                    } else {
                                      var valid5 = true;
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
                  var valid0 = _errs35 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.aqi !== void 0) {
                    let data37 = data.aqi;
                    const _errs62 = errors;
                    if (errors === _errs62) {
                      if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
                        let missing5;
                        if (data37.class === void 0 && (missing5 = "class") || data37.computed === void 0 && (missing5 = "computed") || data37.primary === void 0 && (missing5 = "primary") || data37.reported === void 0 && (missing5 = "reported")) {
                          validate52.errors = [{ instancePath: instancePath + "/aqi", schemaPath: "#/properties/aqi/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                          return false;
                        } else {
                          const _errs64 = errors;
                          for (const key6 in data37) {
                            if (!(key6 === "class" || key6 === "computed" || key6 === "primary" || key6 === "reported")) {
                              validate52.errors = [{ instancePath: instancePath + "/aqi", schemaPath: "#/properties/aqi/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" }];
                              return false;
                              break;
                            }
                          }
                          if (_errs64 === errors) {
                            if (data37.class !== void 0) {
                              let data38 = data37.class;
                              const _errs65 = errors;
                              if (errors === _errs65) {
                                if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                                  let missing6;
                                  if (data38.computed === void 0 && (missing6 = "computed") || data38.reported === void 0 && (missing6 = "reported")) {
                                    validate52.errors = [{ instancePath: instancePath + "/aqi/class", schemaPath: "#/properties/aqi/properties/class/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" }];
                                    return false;
                                  } else {
                                    const _errs67 = errors;
                                    for (const key7 in data38) {
                                      if (!(key7 === "computed" || key7 === "reported")) {
                                        validate52.errors = [{ instancePath: instancePath + "/aqi/class", schemaPath: "#/properties/aqi/properties/class/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" }];
                                        return false;
                                        break;
                                      }
                                    }
                                    if (_errs67 === errors) {
                                      if (data38.computed !== void 0) {
                                        const _errs68 = errors;
                                        if (!validate63(data38.computed, { instancePath: instancePath + "/aqi/class/computed", parentData: data38, parentDataProperty: "computed", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid19 = _errs68 === errors;
                                      } else {
                                        var valid19 = true;
                                      }
                                      if (valid19) {
                                        if (data38.reported !== void 0) {
                                          const _errs69 = errors;
                                          if (!validate63(data38.reported, { instancePath: instancePath + "/aqi/class/reported", parentData: data38, parentDataProperty: "reported", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid19 = _errs69 === errors;
                                        } else {
                                          var valid19 = true;
                                        }
                                      }
                                    }
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/aqi/class", schemaPath: "#/properties/aqi/properties/class/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                  return false;
                                }
                              }
                              var valid18 = _errs65 === errors;
                            } else {
                              var valid18 = true;
                            }
                            if (valid18) {
                              if (data37.computed !== void 0) {
                                let data41 = data37.computed;
                                const _errs70 = errors;
                                if (!(typeof data41 == "number" && (!(data41 % 1) && !isNaN(data41)) && isFinite(data41)) && data41 !== null) {
                                  validate52.errors = [{ instancePath: instancePath + "/aqi/computed", schemaPath: "#/properties/aqi/properties/computed/type", keyword: "type", params: { type: schema19.properties.aqi.properties.computed.type }, message: "must be integer,null" }];
                                  return false;
                                }
                                if (errors === _errs70) {
                                  if (typeof data41 == "number" && isFinite(data41)) {
                                    if (data41 > 500 || isNaN(data41)) {
                                      validate52.errors = [{ instancePath: instancePath + "/aqi/computed", schemaPath: "#/properties/aqi/properties/computed/maximum", keyword: "maximum", params: { comparison: "<=", limit: 500 }, message: "must be <= 500" }];
                                      return false;
                                    } else {
                                      if (data41 < 0 || isNaN(data41)) {
                                        validate52.errors = [{ instancePath: instancePath + "/aqi/computed", schemaPath: "#/properties/aqi/properties/computed/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                        return false;
                                      }
                                    }
                                  }
                                }
                                var valid18 = _errs70 === errors;
                              } else {
                                var valid18 = true;
                              }
                              if (valid18) {
                                if (data37.primary !== void 0) {
                                  let data42 = data37.primary;
                                  const _errs72 = errors;
                                  if (errors === _errs72) {
                                    if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                      let missing7;
                                      if (data42.computed === void 0 && (missing7 = "computed") || data42.reported === void 0 && (missing7 = "reported")) {
                                        validate52.errors = [{ instancePath: instancePath + "/aqi/primary", schemaPath: "#/properties/aqi/properties/primary/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" }];
                                        return false;
                                      } else {
                                        const _errs74 = errors;
                                        for (const key8 in data42) {
                                          if (!(key8 === "computed" || key8 === "reported")) {
                                            validate52.errors = [{ instancePath: instancePath + "/aqi/primary", schemaPath: "#/properties/aqi/properties/primary/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" }];
                                            return false;
                                            break;
                                          }
                                        }
                                        if (_errs74 === errors) {
                                          if (data42.computed !== void 0) {
                                            const _errs75 = errors;
                                            if (!validate66(data42.computed, { instancePath: instancePath + "/aqi/primary/computed", parentData: data42, parentDataProperty: "computed", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid20 = _errs75 === errors;
                                          } else {
                                            var valid20 = true;
                                          }
                                          if (valid20) {
                                            if (data42.reported !== void 0) {
                                              let data44 = data42.reported;
                                              const _errs76 = errors;
                                              if (!Array.isArray(data44) && data44 !== null) {
                                                validate52.errors = [{ instancePath: instancePath + "/aqi/primary/reported", schemaPath: "#/properties/aqi/properties/primary/properties/reported/type", keyword: "type", params: { type: schema19.properties.aqi.properties.primary.properties.reported.type }, message: "must be array,null" }];
                                                return false;
                                              }
                                              if (errors === _errs76) {
                                                if (Array.isArray(data44)) {
                                                  if (data44.length > 6) {
                                                    validate52.errors = [{ instancePath: instancePath + "/aqi/primary/reported", schemaPath: "#/properties/aqi/properties/primary/properties/reported/maxItems", keyword: "maxItems", params: { limit: 6 }, message: "must NOT have more than 6 items" }];
                                                    return false;
                                                  } else {
                                                    var valid21 = true;
                                                    const len0 = data44.length;
                                                    for (let i0 = 0; i0 < len0; i0++) {
                                                      let data45 = data44[i0];
                                                      const _errs78 = errors;
                                                      if (!(data45 === "co" || data45 === "no2" || data45 === "o3" || data45 === "pm10" || data45 === "pm25" || data45 === "so2")) {
                                                        validate52.errors = [{ instancePath: instancePath + "/aqi/primary/reported/" + i0, schemaPath: "#/properties/aqi/properties/primary/properties/reported/items/enum", keyword: "enum", params: { allowedValues: schema19.properties.aqi.properties.primary.properties.reported.items.enum }, message: "must be equal to one of the allowed values" }];
                                                        return false;
                                                      }
                                                      var valid21 = _errs78 === errors;
                                                      if (!valid21) {
                                                        break;
                                                      }
                                                    }
                                                    if (valid21) {
                                                      let i1 = data44.length;
                                                      let j0;
                                                      if (i1 > 1) {
                                                        outer0: for (; i1--; ) {
                                                          for (j0 = i1; j0--; ) {
                                                            if (func0(data44[i1], data44[j0])) {
                                                              validate52.errors = [{ instancePath: instancePath + "/aqi/primary/reported", schemaPath: "#/properties/aqi/properties/primary/properties/reported/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)" }];
                                                              return false;
                                                              break outer0;
                                                            }
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                              var valid20 = _errs76 === errors;
                                            } else {
                                              var valid20 = true;
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate52.errors = [{ instancePath: instancePath + "/aqi/primary", schemaPath: "#/properties/aqi/properties/primary/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                  }
                                  var valid18 = _errs72 === errors;
                                } else {
                                  var valid18 = true;
                                }
                                if (valid18) {
                                  if (data37.reported !== void 0) {
                                    let data46 = data37.reported;
                                    const _errs79 = errors;
                                    if (!(typeof data46 == "number" && (!(data46 % 1) && !isNaN(data46)) && isFinite(data46)) && data46 !== null) {
                                      validate52.errors = [{ instancePath: instancePath + "/aqi/reported", schemaPath: "#/properties/aqi/properties/reported/type", keyword: "type", params: { type: schema19.properties.aqi.properties.reported.type }, message: "must be integer,null" }];
                                      return false;
                                    }
                                    if (errors === _errs79) {
                                      if (typeof data46 == "number" && isFinite(data46)) {
                                        if (data46 > 500 || isNaN(data46)) {
                                          validate52.errors = [{ instancePath: instancePath + "/aqi/reported", schemaPath: "#/properties/aqi/properties/reported/maximum", keyword: "maximum", params: { comparison: "<=", limit: 500 }, message: "must be <= 500" }];
                                          return false;
                                        } else {
                                          if (data46 < 0 || isNaN(data46)) {
                                            validate52.errors = [{ instancePath: instancePath + "/aqi/reported", schemaPath: "#/properties/aqi/properties/reported/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                            return false;
                                          }
                                        }
                                      }
                                    }
                                    var valid18 = _errs79 === errors;
                                  } else {
                                    var valid18 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/aqi", schemaPath: "#/properties/aqi/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                        return false;
                      }
                    }
                    var valid0 = _errs62 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.standard !== void 0) {
                      let data47 = data.standard;
                      const _errs81 = errors;
                      if (!(data47 === "HJ 633-2012" || data47 === "HJ 633-2026" || data47 === null)) {
                        validate52.errors = [{ instancePath: instancePath + "/standard", schemaPath: "#/properties/standard/enum", keyword: "enum", params: { allowedValues: schema19.properties.standard.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid0 = _errs81 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.referenceState !== void 0) {
                        let data48 = data.referenceState;
                        const _errs82 = errors;
                        if (!(data48 && typeof data48 == "object" && !Array.isArray(data48)) && data48 !== null) {
                          validate52.errors = [{ instancePath: instancePath + "/referenceState", schemaPath: "#/properties/referenceState/type", keyword: "type", params: { type: schema19.properties.referenceState.type }, message: "must be object,null" }];
                          return false;
                        }
                        if (errors === _errs82) {
                          if (data48 && typeof data48 == "object" && !Array.isArray(data48)) {
                            let missing8;
                            if (data48.basis === void 0 && (missing8 = "basis") || data48.pressure === void 0 && (missing8 = "pressure") || data48.temperature === void 0 && (missing8 = "temperature")) {
                              validate52.errors = [{ instancePath: instancePath + "/referenceState", schemaPath: "#/properties/referenceState/required", keyword: "required", params: { missingProperty: missing8 }, message: "must have required property '" + missing8 + "'" }];
                              return false;
                            } else {
                              const _errs84 = errors;
                              for (const key9 in data48) {
                                if (!(key9 === "basis" || key9 === "pressure" || key9 === "temperature")) {
                                  validate52.errors = [{ instancePath: instancePath + "/referenceState", schemaPath: "#/properties/referenceState/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs84 === errors) {
                                if (data48.basis !== void 0) {
                                  let data49 = data48.basis;
                                  const _errs85 = errors;
                                  if (!(data49 === "date" || data49 === "stated")) {
                                    validate52.errors = [{ instancePath: instancePath + "/referenceState/basis", schemaPath: "#/properties/referenceState/properties/basis/enum", keyword: "enum", params: { allowedValues: schema19.properties.referenceState.properties.basis.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid23 = _errs85 === errors;
                                } else {
                                  var valid23 = true;
                                }
                                if (valid23) {
                                  if (data48.pressure !== void 0) {
                                    let data50 = data48.pressure;
                                    const _errs86 = errors;
                                    if (typeof data50 !== "string" && data50 !== null) {
                                      validate52.errors = [{ instancePath: instancePath + "/referenceState/pressure", schemaPath: "#/properties/referenceState/properties/pressure/type", keyword: "type", params: { type: schema19.properties.referenceState.properties.pressure.type }, message: "must be string,null" }];
                                      return false;
                                    }
                                    if (errors === _errs86) {
                                      if (typeof data50 === "string") {
                                        if (func2(data50) > 16) {
                                          validate52.errors = [{ instancePath: instancePath + "/referenceState/pressure", schemaPath: "#/properties/referenceState/properties/pressure/maxLength", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid23 = _errs86 === errors;
                                  } else {
                                    var valid23 = true;
                                  }
                                  if (valid23) {
                                    if (data48.temperature !== void 0) {
                                      let data51 = data48.temperature;
                                      const _errs88 = errors;
                                      if (typeof data51 !== "string" && data51 !== null) {
                                        validate52.errors = [{ instancePath: instancePath + "/referenceState/temperature", schemaPath: "#/properties/referenceState/properties/temperature/type", keyword: "type", params: { type: schema19.properties.referenceState.properties.temperature.type }, message: "must be string,null" }];
                                        return false;
                                      }
                                      if (errors === _errs88) {
                                        if (typeof data51 === "string") {
                                          if (func2(data51) > 16) {
                                            validate52.errors = [{ instancePath: instancePath + "/referenceState/temperature", schemaPath: "#/properties/referenceState/properties/temperature/maxLength", keyword: "maxLength", params: { limit: 16 }, message: "must NOT have more than 16 characters" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid23 = _errs88 === errors;
                                    } else {
                                      var valid23 = true;
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                        var valid0 = _errs82 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.originator !== void 0) {
                          let data52 = data.originator;
                          const _errs90 = errors;
                          if (!(data52 === "cnemc" || data52 === "cq" || data52 === "sc")) {
                            validate52.errors = [{ instancePath: instancePath + "/originator", schemaPath: "#/properties/originator/enum", keyword: "enum", params: { allowedValues: schema19.properties.originator.enum }, message: "must be equal to one of the allowed values" }];
                            return false;
                          }
                          var valid0 = _errs90 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.review !== void 0) {
                            let data53 = data.review;
                            const _errs91 = errors;
                            if (!(data53 === "raw" || data53 === "reviewed" || data53 === "final")) {
                              validate52.errors = [{ instancePath: instancePath + "/review", schemaPath: "#/properties/review/enum", keyword: "enum", params: { allowedValues: schema19.properties.review.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid0 = _errs91 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.publication !== void 0) {
                              let data54 = data.publication;
                              const _errs92 = errors;
                              if (!(data54 === "none" || data54 === "joint" || data54 === "public")) {
                                validate52.errors = [{ instancePath: instancePath + "/publication", schemaPath: "#/properties/publication/enum", keyword: "enum", params: { allowedValues: schema19.properties.publication.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid0 = _errs92 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.notes !== void 0) {
                                let data55 = data.notes;
                                const _errs93 = errors;
                                if (errors === _errs93) {
                                  if (Array.isArray(data55)) {
                                    if (data55.length > 64) {
                                      validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/maxItems", keyword: "maxItems", params: { limit: 64 }, message: "must NOT have more than 64 items" }];
                                      return false;
                                    } else {
                                      var valid24 = true;
                                      const len1 = data55.length;
                                      for (let i2 = 0; i2 < len1; i2++) {
                                        let data56 = data55[i2];
                                        const _errs95 = errors;
                                        if (errors === _errs95) {
                                          if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
                                            let missing9;
                                            if (data56.rule === void 0 && (missing9 = "rule")) {
                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i2, schemaPath: "#/properties/notes/items/required", keyword: "required", params: { missingProperty: missing9 }, message: "must have required property '" + missing9 + "'" }];
                                              return false;
                                            } else {
                                              const _errs97 = errors;
                                              for (const key10 in data56) {
                                                if (!(key10 === "field" || key10 === "rule" || key10 === "sent")) {
                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i2, schemaPath: "#/properties/notes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" }];
                                                  return false;
                                                  break;
                                                }
                                              }
                                              if (_errs97 === errors) {
                                                if (data56.field !== void 0) {
                                                  let data57 = data56.field;
                                                  const _errs98 = errors;
                                                  if (errors === _errs98) {
                                                    if (typeof data57 === "string") {
                                                      if (func2(data57) > 128) {
                                                        validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/field", schemaPath: "#/properties/notes/items/properties/field/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                                        return false;
                                                      } else {
                                                        if (!pattern6.test(data57)) {
                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/field", schemaPath: "#/properties/notes/items/properties/field/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' }];
                                                          return false;
                                                        }
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/field", schemaPath: "#/properties/notes/items/properties/field/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid25 = _errs98 === errors;
                                                } else {
                                                  var valid25 = true;
                                                }
                                                if (valid25) {
                                                  if (data56.rule !== void 0) {
                                                    let data58 = data56.rule;
                                                    const _errs100 = errors;
                                                    if (errors === _errs100) {
                                                      if (typeof data58 === "string") {
                                                        if (func2(data58) > 64) {
                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                          return false;
                                                        } else {
                                                          if (!pattern7.test(data58)) {
                                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"' }];
                                                            return false;
                                                          }
                                                        }
                                                      } else {
                                                        validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid25 = _errs100 === errors;
                                                  } else {
                                                    var valid25 = true;
                                                  }
                                                  if (valid25) {
                                                    if (data56.sent !== void 0) {
                                                      let data59 = data56.sent;
                                                      const _errs102 = errors;
                                                      if (errors === _errs102) {
                                                        if (typeof data59 === "string") {
                                                          if (func2(data59) > 4096) {
                                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                                            return false;
                                                          }
                                                        } else {
                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i2 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid25 = _errs102 === errors;
                                                    } else {
                                                      var valid25 = true;
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
                                        var valid24 = _errs95 === errors;
                                        if (!valid24) {
                                          break;
                                        }
                                      }
                                    }
                                  } else {
                                    validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs93 === errors;
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
