// Generated from enterprise-credit/v1.0.0.json by contracts/build.ts; do not edit.
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
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:chuanyu:contract:enterprise-credit:1.0.0", "title": "企业环境信用评价记录 · Enterprise environmental credit record", "x-title": { "zh": "企业环境信用评价记录", "en": "Enterprise environmental credit record" }, "type": "object", "additionalProperties": false, "required": ["appeal", "authority", "enterprise", "level", "levelSent", "notes", "publication", "publicationBasis", "ratingYear", "repair", "scheme", "score", "status", "validity", "veto"], "properties": { "appeal": { "title": "复核申诉 · Appeal", "x-title": { "zh": "复核申诉", "en": "Appeal" }, "description": "null not stated. none 无; pending 复核、申诉中; upheld 维持原结果; changed 结果已调整; withdrawn 已撤回.", "type": ["object", "null"], "additionalProperties": false, "required": ["date", "state"], "properties": { "date": { "title": "日期 · Date", "x-title": { "zh": "日期", "en": "Date" }, "$ref": "#/$defs/dayOrNull" }, "state": { "title": "状态 · State", "x-title": { "zh": "状态", "en": "State" }, "enum": ["none", "pending", "upheld", "changed", "withdrawn"] } } }, "authority": { "title": "评价机关 · Rating authority", "x-title": { "zh": "评价机关", "en": "Rating authority" }, "type": "object", "additionalProperties": false, "required": ["level", "name"], "properties": { "level": { "title": "级别 · Level", "x-title": { "zh": "级别", "en": "Level" }, "description": "province 省级; municipality 直辖市级 (Chongqing: 市级); prefecture 市（州）级 (Sichuan: 市级); district 区县级. 市级 means prefecture in Sichuan and municipality in Chongqing.", "enum": ["province", "municipality", "prefecture", "district"] }, "name": { "title": "名称 · Name", "x-title": { "zh": "名称", "en": "Name" }, "type": ["string", "null"], "minLength": 1, "maxLength": 64, "pattern": "^[^/\\s]+$" } } }, "enterprise": { "title": "企业 · Enterprise", "x-title": { "zh": "企业", "en": "Enterprise" }, "type": "object", "additionalProperties": false, "required": ["code", "division", "name"], "properties": { "code": { "title": "统一社会信用代码 · Unified social credit code", "x-title": { "zh": "统一社会信用代码", "en": "Unified social credit code" }, "type": "string", "pattern": "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$", "x-source": "GB 32100-2015; the check character is held by the adapter" }, "division": { "title": "所在区划 · Division", "x-title": { "zh": "所在区划", "en": "Division" }, "type": ["object", "null"], "additionalProperties": false, "required": ["id", "name"], "x-source": "Division register, the edition named in the receipt; null when not sent or not resolved", "properties": { "id": { "title": "区划登记号 · Register id", "x-title": { "zh": "区划登记号", "en": "Register id" }, "type": "string", "minLength": 4, "maxLength": 64, "pattern": "^([0-9]{6}(-[0-9]{4})?|(cq|sc)-\\S+)$" }, "name": { "title": "区划名称 · Name", "x-title": { "zh": "区划名称", "en": "Name" }, "type": "string", "minLength": 1, "maxLength": 64 } } }, "name": { "title": "企业名称 · Enterprise name", "x-title": { "zh": "企业名称", "en": "Enterprise name" }, "type": "string", "minLength": 1, "maxLength": 128 } } }, "level": { "title": "信用等级 · Credit level", "x-title": { "zh": "信用等级", "en": "Credit level" }, "description": "The common scale of the crosswalk in the terms: trustworthy 环保诚信（绿牌）; good 环保良好（蓝牌）; warning 环保警示（黄牌）; poor 环保不良（红牌）; null when not rated. The authority's own act: never computed from a score.", "enum": ["trustworthy", "good", "warning", "poor", null], "x-source": "环发〔2013〕150号" }, "levelSent": { "title": "报送等级 · Level as sent", "x-title": { "zh": "报送等级", "en": "Level as sent" }, "description": "As the side writes it; null when not rated.", "type": ["string", "null"], "minLength": 1, "maxLength": 64 }, "ratingYear": { "title": "评价年度 · Rating year", "x-title": { "zh": "评价年度", "en": "Rating year" }, "description": "The calendar year rated, not the year the rating was published in.", "type": "integer", "minimum": 2013, "maximum": 2100 }, "scheme": { "title": "评价办法 · Scheme", "x-title": { "zh": "评价办法", "en": "Scheme" }, "description": "The scheme of the rating year, by its document.", "enum": ["渝环规〔2021〕7号", "渝环〔2017〕174号", "四川省企业环境信用评价指标及计分方法（2019年版）"] }, "score": { "title": "得分 · Score", "x-title": { "zh": "得分", "en": "Score" }, "description": "Only with its scheme: scores of different schemes are not comparable (Sichuan's 100 points are earned item by item, Chongqing's given and then deducted from).", "type": ["object", "null"], "additionalProperties": false, "required": ["qualifier", "reported", "scheme", "unit", "value"], "x-unit": "分", "properties": { "qualifier": { "title": "限定 · Qualifier", "x-title": { "zh": "限定", "en": "Qualifier" }, "type": "null" }, "reported": { "title": "报送数字 · Digits as reported", "x-title": { "zh": "报送数字", "en": "Digits as reported" }, "type": "string", "minLength": 1, "maxLength": 32 }, "scheme": { "title": "评价办法 · Scheme", "x-title": { "zh": "评价办法", "en": "Scheme" }, "enum": ["渝环规〔2021〕7号", "渝环〔2017〕174号", "四川省企业环境信用评价指标及计分方法（2019年版）"] }, "unit": { "title": "单位 · Unit", "x-title": { "zh": "单位", "en": "Unit" }, "const": "分" }, "value": { "title": "数值 · Value", "x-title": { "zh": "数值", "en": "Value" }, "type": "number", "minimum": 0, "maximum": 200, "description": "200 bounds what is plausible where a scheme has no ceiling of its own." } } }, "status": { "title": "参评状态 · Status", "x-title": { "zh": "参评状态", "en": "Status" }, "description": "rated 已评价; not-rated 未参评、不予评级; suspended 停产. A status is no level.", "enum": ["rated", "not-rated", "suspended"] }, "veto": { "title": "一票否决 · Veto", "x-title": { "zh": "一票否决", "en": "Veto" }, "type": "object", "additionalProperties": false, "required": ["applied", "case"], "description": "A veto makes the level poor whatever the score.", "properties": { "applied": { "title": "是否适用 · Applied", "x-title": { "zh": "是否适用", "en": "Applied" }, "description": "null not stated.", "type": ["boolean", "null"] }, "case": { "title": "情形 · Case", "x-title": { "zh": "情形", "en": "Case" }, "description": "A case of the scheme by its key; null when none, not stated or not one of those known.", "type": ["string", "null"], "maxLength": 64, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" } } }, "repair": { "title": "信用修复 · Credit repair", "x-title": { "zh": "信用修复", "en": "Credit repair" }, "description": "null not stated. none 未修复; applied 已申请、修复中; granted 已修复; refused 不予修复. From the day it is granted the rating is no longer shown publicly.", "type": ["object", "null"], "additionalProperties": false, "required": ["date", "state"], "properties": { "date": { "title": "日期 · Date", "x-title": { "zh": "日期", "en": "Date" }, "$ref": "#/$defs/dayOrNull" }, "state": { "title": "状态 · State", "x-title": { "zh": "状态", "en": "State" }, "enum": ["none", "applied", "granted", "refused"] } } }, "validity": { "title": "有效期 · Validity", "x-title": { "zh": "有效期", "en": "Validity" }, "description": "Civil days of Asia/Shanghai, both inclusive; null where not stated.", "type": "object", "additionalProperties": false, "required": ["from", "to"], "properties": { "from": { "title": "起 · From", "x-title": { "zh": "起", "en": "From" }, "$ref": "#/$defs/dayOrNull" }, "to": { "title": "止 · To", "x-title": { "zh": "止", "en": "To" }, "$ref": "#/$defs/dayOrNull" } } }, "publicationBasis": { "title": "公开依据 · Basis of publication", "x-title": { "zh": "公开依据", "en": "Basis of publication" }, "description": "The authority's own act that made the rating public; null when none is stated.", "type": ["object", "null"], "additionalProperties": false, "required": ["document", "notice"], "properties": { "document": { "title": "文号 · Document number", "x-title": { "zh": "文号", "en": "Document number" }, "type": ["string", "null"], "minLength": 1, "maxLength": 128 }, "notice": { "title": "公示期 · Public notice", "x-title": { "zh": "公示期", "en": "Public notice" }, "type": ["object", "null"], "additionalProperties": false, "required": ["from", "to"], "properties": { "from": { "title": "起 · From", "x-title": { "zh": "起", "en": "From" }, "$ref": "#/$defs/day" }, "to": { "title": "止 · To", "x-title": { "zh": "止", "en": "To" }, "$ref": "#/$defs/day" } } } }, "if": { "properties": { "document": { "type": "null" } } }, "then": { "properties": { "notice": { "type": "object" } } } }, "publication": { "title": "发布权 · Right to publish", "x-title": { "zh": "发布权", "en": "Right to publish" }, "description": "none 不得公开; joint 双方之间; public 评价机关已公开，见公开依据. Only what is public is shown publicly.", "enum": ["none", "joint", "public"] }, "notes": { "title": "规范化说明 · Notes", "x-title": { "zh": "规范化说明", "en": "Notes" }, "description": "What normalisation changed, each by its rule.", "type": "array", "maxItems": 64, "items": { "type": "object", "additionalProperties": false, "required": ["rule"], "properties": { "field": { "type": "string", "maxLength": 128, "pattern": "^/" }, "rule": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 }, "sent": { "type": "string", "maxLength": 4096 } } } } }, "allOf": [{ "if": { "properties": { "status": { "const": "rated" } } }, "then": { "properties": { "level": { "enum": ["trustworthy", "good", "warning", "poor"] }, "levelSent": { "type": "string" } } }, "else": { "properties": { "level": { "type": "null" }, "levelSent": { "type": "null" }, "score": { "type": "null" } } } }, { "if": { "properties": { "scheme": { "const": "四川省企业环境信用评价指标及计分方法（2019年版）" } } }, "then": { "properties": { "authority": { "properties": { "level": { "enum": ["province", "prefecture"] } } }, "score": { "properties": { "scheme": { "const": "四川省企业环境信用评价指标及计分方法（2019年版）" } } } } } }, { "if": { "properties": { "scheme": { "const": "渝环〔2017〕174号" } } }, "then": { "properties": { "authority": { "properties": { "level": { "enum": ["municipality", "district"] } } }, "score": { "properties": { "scheme": { "const": "渝环〔2017〕174号" } } } } } }, { "if": { "properties": { "scheme": { "const": "渝环规〔2021〕7号" } } }, "then": { "properties": { "authority": { "properties": { "level": { "enum": ["municipality", "district"] } } }, "score": { "properties": { "scheme": { "const": "渝环规〔2021〕7号" }, "value": { "maximum": 108 } } } } } }, { "if": { "properties": { "publication": { "const": "public" } } }, "then": { "properties": { "publicationBasis": { "type": "object" } } } }], "$defs": { "day": { "type": "string", "description": "A civil day of Asia/Shanghai.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, "dayOrNull": { "type": ["string", "null"], "description": "A civil day of Asia/Shanghai, or null when not stated.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var schema20 = { "type": ["string", "null"], "description": "A civil day of Asia/Shanghai, or null when not stated.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" };
var pattern3 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", "u");
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
  if (typeof data !== "string" && data !== null) {
    validate53.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema20.type }, message: "must be string,null" }];
    return false;
  }
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern3.test(data)) {
        validate53.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, message: 'must match pattern "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"' }];
        return false;
      }
    }
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate58.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern3.test(data)) {
        validate58.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" }, message: 'must match pattern "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"' }];
        return false;
      }
    } else {
      validate58.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
      return false;
    }
  }
  validate58.errors = vErrors;
  return errors === 0;
}
validate58.evaluated = { "dynamicProps": false, "dynamicItems": false };
var pattern4 = new RegExp("^[^/\\s]+$", "u");
var pattern5 = new RegExp("^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$", "u");
var pattern6 = new RegExp("^([0-9]{6}(-[0-9]{4})?|(cq|sc)-\\S+)$", "u");
var pattern7 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
var pattern9 = new RegExp("^/", "u");
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
  const _errs1 = errors;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.status !== void 0) {
      if ("rated" !== data.status) {
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
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.level !== void 0) {
        let data1 = data.level;
        const _errs6 = errors;
        if (!(data1 === "trustworthy" || data1 === "good" || data1 === "warning" || data1 === "poor")) {
          validate52.errors = [{ instancePath: instancePath + "/level", schemaPath: "#/allOf/0/then/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.allOf[0].then.properties.level.enum }, message: "must be equal to one of the allowed values" }];
          return false;
        }
        var valid3 = _errs6 === errors;
      } else {
        var valid3 = true;
      }
      if (valid3) {
        if (data.levelSent !== void 0) {
          const _errs7 = errors;
          if (typeof data.levelSent !== "string") {
            validate52.errors = [{ instancePath: instancePath + "/levelSent", schemaPath: "#/allOf/0/then/properties/levelSent/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
            return false;
          }
          var valid3 = _errs7 === errors;
        } else {
          var valid3 = true;
        }
      }
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
    if (valid1) {
      var props0 = {};
      props0.level = true;
      props0.levelSent = true;
      props0.status = true;
    }
    ifClause0 = "then";
  } else {
    const _errs9 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.level !== void 0) {
        const _errs10 = errors;
        if (data.level !== null) {
          validate52.errors = [{ instancePath: instancePath + "/level", schemaPath: "#/allOf/0/else/properties/level/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
          return false;
        }
        var valid4 = _errs10 === errors;
      } else {
        var valid4 = true;
      }
      if (valid4) {
        if (data.levelSent !== void 0) {
          const _errs12 = errors;
          if (data.levelSent !== null) {
            validate52.errors = [{ instancePath: instancePath + "/levelSent", schemaPath: "#/allOf/0/else/properties/levelSent/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
            return false;
          }
          var valid4 = _errs12 === errors;
        } else {
          var valid4 = true;
        }
        if (valid4) {
          if (data.score !== void 0) {
            const _errs14 = errors;
            if (data.score !== null) {
              validate52.errors = [{ instancePath: instancePath + "/score", schemaPath: "#/allOf/0/else/properties/score/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
              return false;
            }
            var valid4 = _errs14 === errors;
          } else {
            var valid4 = true;
          }
        }
      }
    }
    var _valid0 = _errs9 === errors;
    valid1 = _valid0;
    if (valid1) {
      if (props0 !== true) {
        props0 = props0 || {};
        props0.level = true;
        props0.levelSent = true;
        props0.score = true;
      }
    }
    ifClause0 = "else";
  }
  if (!valid1) {
    const err1 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: ifClause0 }, message: 'must match "' + ifClause0 + '" schema' };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
    validate52.errors = vErrors;
    return false;
  }
  var valid0 = _errs1 === errors;
  if (valid0) {
    const _errs16 = errors;
    const _errs17 = errors;
    let valid5 = true;
    const _errs18 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.scheme !== void 0) {
        if ("四川省企业环境信用评价指标及计分方法（2019年版）" !== data.scheme) {
          const err2 = {};
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
    var _valid1 = _errs18 === errors;
    errors = _errs17;
    if (vErrors !== null) {
      if (_errs17) {
        vErrors.length = _errs17;
      } else {
        vErrors = null;
      }
    }
    if (_valid1) {
      const _errs20 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.authority !== void 0) {
          let data7 = data.authority;
          const _errs21 = errors;
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.level !== void 0) {
              let data8 = data7.level;
              if (!(data8 === "province" || data8 === "prefecture")) {
                validate52.errors = [{ instancePath: instancePath + "/authority/level", schemaPath: "#/allOf/1/then/properties/authority/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.allOf[1].then.properties.authority.properties.level.enum }, message: "must be equal to one of the allowed values" }];
                return false;
              }
            }
          }
          var valid7 = _errs21 === errors;
        } else {
          var valid7 = true;
        }
        if (valid7) {
          if (data.score !== void 0) {
            let data9 = data.score;
            const _errs23 = errors;
            if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
              if (data9.scheme !== void 0) {
                if ("四川省企业环境信用评价指标及计分方法（2019年版）" !== data9.scheme) {
                  validate52.errors = [{ instancePath: instancePath + "/score/scheme", schemaPath: "#/allOf/1/then/properties/score/properties/scheme/const", keyword: "const", params: { allowedValue: "四川省企业环境信用评价指标及计分方法（2019年版）" }, message: "must be equal to constant" }];
                  return false;
                }
              }
            }
            var valid7 = _errs23 === errors;
          } else {
            var valid7 = true;
          }
        }
      }
      var _valid1 = _errs20 === errors;
      valid5 = _valid1;
      if (valid5) {
        var props1 = {};
        props1.authority = true;
        props1.score = true;
        props1.scheme = true;
      }
    }
    if (!valid5) {
      const err3 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
      validate52.errors = vErrors;
      return false;
    }
    var valid0 = _errs16 === errors;
    if (valid0) {
      if (props0 !== true && props1 !== void 0) {
        if (props1 === true) {
          props0 = true;
        } else {
          props0 = props0 || {};
          Object.assign(props0, props1);
        }
      }
      const _errs25 = errors;
      const _errs26 = errors;
      let valid10 = true;
      const _errs27 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.scheme !== void 0) {
          if ("渝环〔2017〕174号" !== data.scheme) {
            const err4 = {};
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      }
      var _valid2 = _errs27 === errors;
      errors = _errs26;
      if (vErrors !== null) {
        if (_errs26) {
          vErrors.length = _errs26;
        } else {
          vErrors = null;
        }
      }
      if (_valid2) {
        const _errs29 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.authority !== void 0) {
            let data12 = data.authority;
            const _errs30 = errors;
            if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
              if (data12.level !== void 0) {
                let data13 = data12.level;
                if (!(data13 === "municipality" || data13 === "district")) {
                  validate52.errors = [{ instancePath: instancePath + "/authority/level", schemaPath: "#/allOf/2/then/properties/authority/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.allOf[2].then.properties.authority.properties.level.enum }, message: "must be equal to one of the allowed values" }];
                  return false;
                }
              }
            }
            var valid12 = _errs30 === errors;
          } else {
            var valid12 = true;
          }
          if (valid12) {
            if (data.score !== void 0) {
              let data14 = data.score;
              const _errs32 = errors;
              if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                if (data14.scheme !== void 0) {
                  if ("渝环〔2017〕174号" !== data14.scheme) {
                    validate52.errors = [{ instancePath: instancePath + "/score/scheme", schemaPath: "#/allOf/2/then/properties/score/properties/scheme/const", keyword: "const", params: { allowedValue: "渝环〔2017〕174号" }, message: "must be equal to constant" }];
                    return false;
                  }
                }
              }
              var valid12 = _errs32 === errors;
            } else {
              var valid12 = true;
            }
          }
        }
        var _valid2 = _errs29 === errors;
        valid10 = _valid2;
        if (valid10) {
          var props2 = {};
          props2.authority = true;
          props2.score = true;
          props2.scheme = true;
        }
      }
      if (!valid10) {
        const err5 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
        validate52.errors = vErrors;
        return false;
      }
      var valid0 = _errs25 === errors;
      if (valid0) {
        if (props0 !== true && props2 !== void 0) {
          if (props2 === true) {
            props0 = true;
          } else {
            props0 = props0 || {};
            Object.assign(props0, props2);
          }
        }
        const _errs34 = errors;
        const _errs35 = errors;
        let valid15 = true;
        const _errs36 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          if (data.scheme !== void 0) {
            if ("渝环规〔2021〕7号" !== data.scheme) {
              const err6 = {};
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          }
        }
        var _valid3 = _errs36 === errors;
        errors = _errs35;
        if (vErrors !== null) {
          if (_errs35) {
            vErrors.length = _errs35;
          } else {
            vErrors = null;
          }
        }
        if (_valid3) {
          const _errs38 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            if (data.authority !== void 0) {
              let data17 = data.authority;
              const _errs39 = errors;
              if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                if (data17.level !== void 0) {
                  let data18 = data17.level;
                  if (!(data18 === "municipality" || data18 === "district")) {
                    validate52.errors = [{ instancePath: instancePath + "/authority/level", schemaPath: "#/allOf/3/then/properties/authority/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.allOf[3].then.properties.authority.properties.level.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                }
              }
              var valid17 = _errs39 === errors;
            } else {
              var valid17 = true;
            }
            if (valid17) {
              if (data.score !== void 0) {
                let data19 = data.score;
                const _errs41 = errors;
                if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                  if (data19.scheme !== void 0) {
                    const _errs42 = errors;
                    if ("渝环规〔2021〕7号" !== data19.scheme) {
                      validate52.errors = [{ instancePath: instancePath + "/score/scheme", schemaPath: "#/allOf/3/then/properties/score/properties/scheme/const", keyword: "const", params: { allowedValue: "渝环规〔2021〕7号" }, message: "must be equal to constant" }];
                      return false;
                    }
                    var valid19 = _errs42 === errors;
                  } else {
                    var valid19 = true;
                  }
                  if (valid19) {
                    if (data19.value !== void 0) {
                      let data21 = data19.value;
                      const _errs43 = errors;
                      if (typeof data21 == "number" && isFinite(data21)) {
                        if (data21 > 108 || isNaN(data21)) {
                          validate52.errors = [{ instancePath: instancePath + "/score/value", schemaPath: "#/allOf/3/then/properties/score/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 108 }, message: "must be <= 108" }];
                          return false;
                        }
                      }
                      var valid19 = _errs43 === errors;
                    } else {
                      var valid19 = true;
                    }
                  }
                }
                var valid17 = _errs41 === errors;
              } else {
                var valid17 = true;
              }
            }
          }
          var _valid3 = _errs38 === errors;
          valid15 = _valid3;
          if (valid15) {
            var props3 = {};
            props3.authority = true;
            props3.score = true;
            props3.scheme = true;
          }
        }
        if (!valid15) {
          const err7 = { instancePath, schemaPath: "#/allOf/3/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
          validate52.errors = vErrors;
          return false;
        }
        var valid0 = _errs34 === errors;
        if (valid0) {
          if (props0 !== true && props3 !== void 0) {
            if (props3 === true) {
              props0 = true;
            } else {
              props0 = props0 || {};
              Object.assign(props0, props3);
            }
          }
          const _errs44 = errors;
          const _errs45 = errors;
          let valid20 = true;
          const _errs46 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            if (data.publication !== void 0) {
              if ("public" !== data.publication) {
                const err8 = {};
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
          }
          var _valid4 = _errs46 === errors;
          errors = _errs45;
          if (vErrors !== null) {
            if (_errs45) {
              vErrors.length = _errs45;
            } else {
              vErrors = null;
            }
          }
          if (_valid4) {
            const _errs48 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              if (data.publicationBasis !== void 0) {
                let data23 = data.publicationBasis;
                if (!(data23 && typeof data23 == "object" && !Array.isArray(data23))) {
                  validate52.errors = [{ instancePath: instancePath + "/publicationBasis", schemaPath: "#/allOf/4/then/properties/publicationBasis/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                  return false;
                }
              }
            }
            var _valid4 = _errs48 === errors;
            valid20 = _valid4;
            if (valid20) {
              var props4 = {};
              props4.publicationBasis = true;
              props4.publication = true;
            }
          }
          if (!valid20) {
            const err9 = { instancePath, schemaPath: "#/allOf/4/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
            validate52.errors = vErrors;
            return false;
          }
          var valid0 = _errs44 === errors;
          if (valid0) {
            if (props0 !== true && props4 !== void 0) {
              if (props4 === true) {
                props0 = true;
              } else {
                props0 = props0 || {};
                Object.assign(props0, props4);
              }
            }
          }
        }
      }
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.appeal === void 0 && (missing0 = "appeal") || data.authority === void 0 && (missing0 = "authority") || data.enterprise === void 0 && (missing0 = "enterprise") || data.level === void 0 && (missing0 = "level") || data.levelSent === void 0 && (missing0 = "levelSent") || data.notes === void 0 && (missing0 = "notes") || data.publication === void 0 && (missing0 = "publication") || data.publicationBasis === void 0 && (missing0 = "publicationBasis") || data.ratingYear === void 0 && (missing0 = "ratingYear") || data.repair === void 0 && (missing0 = "repair") || data.scheme === void 0 && (missing0 = "scheme") || data.score === void 0 && (missing0 = "score") || data.status === void 0 && (missing0 = "status") || data.validity === void 0 && (missing0 = "validity") || data.veto === void 0 && (missing0 = "veto")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs51 = errors;
        for (const key0 in data) {
          if (!func1.call(schema19.properties, key0)) {
            validate52.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs51 === errors) {
          if (data.appeal !== void 0) {
            let data24 = data.appeal;
            const _errs52 = errors;
            if (!(data24 && typeof data24 == "object" && !Array.isArray(data24)) && data24 !== null) {
              validate52.errors = [{ instancePath: instancePath + "/appeal", schemaPath: "#/properties/appeal/type", keyword: "type", params: { type: schema19.properties.appeal.type }, message: "must be object,null" }];
              return false;
            }
            if (errors === _errs52) {
              if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                let missing1;
                if (data24.date === void 0 && (missing1 = "date") || data24.state === void 0 && (missing1 = "state")) {
                  validate52.errors = [{ instancePath: instancePath + "/appeal", schemaPath: "#/properties/appeal/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                  return false;
                } else {
                  const _errs54 = errors;
                  for (const key1 in data24) {
                    if (!(key1 === "date" || key1 === "state")) {
                      validate52.errors = [{ instancePath: instancePath + "/appeal", schemaPath: "#/properties/appeal/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                      return false;
                      break;
                    }
                  }
                  if (_errs54 === errors) {
                    if (data24.date !== void 0) {
                      const _errs55 = errors;
                      if (!validate53(data24.date, { instancePath: instancePath + "/appeal/date", parentData: data24, parentDataProperty: "date", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                        errors = vErrors.length;
                      }
                      var valid24 = _errs55 === errors;
                    } else {
                      var valid24 = true;
                    }
                    if (valid24) {
                      if (data24.state !== void 0) {
                        let data26 = data24.state;
                        const _errs56 = errors;
                        if (!(data26 === "none" || data26 === "pending" || data26 === "upheld" || data26 === "changed" || data26 === "withdrawn")) {
                          validate52.errors = [{ instancePath: instancePath + "/appeal/state", schemaPath: "#/properties/appeal/properties/state/enum", keyword: "enum", params: { allowedValues: schema19.properties.appeal.properties.state.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid24 = _errs56 === errors;
                      } else {
                        var valid24 = true;
                      }
                    }
                  }
                }
              }
            }
            var valid23 = _errs52 === errors;
          } else {
            var valid23 = true;
          }
          if (valid23) {
            if (data.authority !== void 0) {
              let data27 = data.authority;
              const _errs57 = errors;
              if (errors === _errs57) {
                if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                  let missing2;
                  if (data27.level === void 0 && (missing2 = "level") || data27.name === void 0 && (missing2 = "name")) {
                    validate52.errors = [{ instancePath: instancePath + "/authority", schemaPath: "#/properties/authority/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                    return false;
                  } else {
                    const _errs59 = errors;
                    for (const key2 in data27) {
                      if (!(key2 === "level" || key2 === "name")) {
                        validate52.errors = [{ instancePath: instancePath + "/authority", schemaPath: "#/properties/authority/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                      }
                    }
                    if (_errs59 === errors) {
                      if (data27.level !== void 0) {
                        let data28 = data27.level;
                        const _errs60 = errors;
                        if (!(data28 === "province" || data28 === "municipality" || data28 === "prefecture" || data28 === "district")) {
                          validate52.errors = [{ instancePath: instancePath + "/authority/level", schemaPath: "#/properties/authority/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.properties.authority.properties.level.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid25 = _errs60 === errors;
                      } else {
                        var valid25 = true;
                      }
                      if (valid25) {
                        if (data27.name !== void 0) {
                          let data29 = data27.name;
                          const _errs61 = errors;
                          if (typeof data29 !== "string" && data29 !== null) {
                            validate52.errors = [{ instancePath: instancePath + "/authority/name", schemaPath: "#/properties/authority/properties/name/type", keyword: "type", params: { type: schema19.properties.authority.properties.name.type }, message: "must be string,null" }];
                            return false;
                          }
                          if (errors === _errs61) {
                            if (typeof data29 === "string") {
                              if (func2(data29) > 64) {
                                validate52.errors = [{ instancePath: instancePath + "/authority/name", schemaPath: "#/properties/authority/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                return false;
                              } else {
                                if (func2(data29) < 1) {
                                  validate52.errors = [{ instancePath: instancePath + "/authority/name", schemaPath: "#/properties/authority/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                } else {
                                  if (!pattern4.test(data29)) {
                                    validate52.errors = [{ instancePath: instancePath + "/authority/name", schemaPath: "#/properties/authority/properties/name/pattern", keyword: "pattern", params: { pattern: "^[^/\\s]+$" }, message: 'must match pattern "^[^/\\s]+$"' }];
                                    return false;
                                  }
                                }
                              }
                            }
                          }
                          var valid25 = _errs61 === errors;
                        } else {
                          var valid25 = true;
                        }
                      }
                    }
                  }
                } else {
                  validate52.errors = [{ instancePath: instancePath + "/authority", schemaPath: "#/properties/authority/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                  return false;
                }
              }
              var valid23 = _errs57 === errors;
            } else {
              var valid23 = true;
            }
            if (valid23) {
              if (data.enterprise !== void 0) {
                let data30 = data.enterprise;
                const _errs63 = errors;
                if (errors === _errs63) {
                  if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
                    let missing3;
                    if (data30.code === void 0 && (missing3 = "code") || data30.division === void 0 && (missing3 = "division") || data30.name === void 0 && (missing3 = "name")) {
                      validate52.errors = [{ instancePath: instancePath + "/enterprise", schemaPath: "#/properties/enterprise/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                      return false;
                    } else {
                      const _errs65 = errors;
                      for (const key3 in data30) {
                        if (!(key3 === "code" || key3 === "division" || key3 === "name")) {
                          validate52.errors = [{ instancePath: instancePath + "/enterprise", schemaPath: "#/properties/enterprise/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                          return false;
                          break;
                        }
                      }
                      if (_errs65 === errors) {
                        if (data30.code !== void 0) {
                          let data31 = data30.code;
                          const _errs66 = errors;
                          if (errors === _errs66) {
                            if (typeof data31 === "string") {
                              if (!pattern5.test(data31)) {
                                validate52.errors = [{ instancePath: instancePath + "/enterprise/code", schemaPath: "#/properties/enterprise/properties/code/pattern", keyword: "pattern", params: { pattern: "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$" }, message: 'must match pattern "^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$"' }];
                                return false;
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/enterprise/code", schemaPath: "#/properties/enterprise/properties/code/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid26 = _errs66 === errors;
                        } else {
                          var valid26 = true;
                        }
                        if (valid26) {
                          if (data30.division !== void 0) {
                            let data32 = data30.division;
                            const _errs68 = errors;
                            if (!(data32 && typeof data32 == "object" && !Array.isArray(data32)) && data32 !== null) {
                              validate52.errors = [{ instancePath: instancePath + "/enterprise/division", schemaPath: "#/properties/enterprise/properties/division/type", keyword: "type", params: { type: schema19.properties.enterprise.properties.division.type }, message: "must be object,null" }];
                              return false;
                            }
                            if (errors === _errs68) {
                              if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
                                let missing4;
                                if (data32.id === void 0 && (missing4 = "id") || data32.name === void 0 && (missing4 = "name")) {
                                  validate52.errors = [{ instancePath: instancePath + "/enterprise/division", schemaPath: "#/properties/enterprise/properties/division/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                                  return false;
                                } else {
                                  const _errs70 = errors;
                                  for (const key4 in data32) {
                                    if (!(key4 === "id" || key4 === "name")) {
                                      validate52.errors = [{ instancePath: instancePath + "/enterprise/division", schemaPath: "#/properties/enterprise/properties/division/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                                      return false;
                                      break;
                                    }
                                  }
                                  if (_errs70 === errors) {
                                    if (data32.id !== void 0) {
                                      let data33 = data32.id;
                                      const _errs71 = errors;
                                      if (errors === _errs71) {
                                        if (typeof data33 === "string") {
                                          if (func2(data33) > 64) {
                                            validate52.errors = [{ instancePath: instancePath + "/enterprise/division/id", schemaPath: "#/properties/enterprise/properties/division/properties/id/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                            return false;
                                          } else {
                                            if (func2(data33) < 4) {
                                              validate52.errors = [{ instancePath: instancePath + "/enterprise/division/id", schemaPath: "#/properties/enterprise/properties/division/properties/id/minLength", keyword: "minLength", params: { limit: 4 }, message: "must NOT have fewer than 4 characters" }];
                                              return false;
                                            } else {
                                              if (!pattern6.test(data33)) {
                                                validate52.errors = [{ instancePath: instancePath + "/enterprise/division/id", schemaPath: "#/properties/enterprise/properties/division/properties/id/pattern", keyword: "pattern", params: { pattern: "^([0-9]{6}(-[0-9]{4})?|(cq|sc)-\\S+)$" }, message: 'must match pattern "^([0-9]{6}(-[0-9]{4})?|(cq|sc)-\\S+)$"' }];
                                                return false;
                                              }
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/enterprise/division/id", schemaPath: "#/properties/enterprise/properties/division/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid27 = _errs71 === errors;
                                    } else {
                                      var valid27 = true;
                                    }
                                    if (valid27) {
                                      if (data32.name !== void 0) {
                                        let data34 = data32.name;
                                        const _errs73 = errors;
                                        if (errors === _errs73) {
                                          if (typeof data34 === "string") {
                                            if (func2(data34) > 64) {
                                              validate52.errors = [{ instancePath: instancePath + "/enterprise/division/name", schemaPath: "#/properties/enterprise/properties/division/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                              return false;
                                            } else {
                                              if (func2(data34) < 1) {
                                                validate52.errors = [{ instancePath: instancePath + "/enterprise/division/name", schemaPath: "#/properties/enterprise/properties/division/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                return false;
                                              }
                                            }
                                          } else {
                                            validate52.errors = [{ instancePath: instancePath + "/enterprise/division/name", schemaPath: "#/properties/enterprise/properties/division/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                            return false;
                                          }
                                        }
                                        var valid27 = _errs73 === errors;
                                      } else {
                                        var valid27 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            }
                            var valid26 = _errs68 === errors;
                          } else {
                            var valid26 = true;
                          }
                          if (valid26) {
                            if (data30.name !== void 0) {
                              let data35 = data30.name;
                              const _errs75 = errors;
                              if (errors === _errs75) {
                                if (typeof data35 === "string") {
                                  if (func2(data35) > 128) {
                                    validate52.errors = [{ instancePath: instancePath + "/enterprise/name", schemaPath: "#/properties/enterprise/properties/name/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                    return false;
                                  } else {
                                    if (func2(data35) < 1) {
                                      validate52.errors = [{ instancePath: instancePath + "/enterprise/name", schemaPath: "#/properties/enterprise/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/enterprise/name", schemaPath: "#/properties/enterprise/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                  return false;
                                }
                              }
                              var valid26 = _errs75 === errors;
                            } else {
                              var valid26 = true;
                            }
                          }
                        }
                      }
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/enterprise", schemaPath: "#/properties/enterprise/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                    return false;
                  }
                }
                var valid23 = _errs63 === errors;
              } else {
                var valid23 = true;
              }
              if (valid23) {
                if (data.level !== void 0) {
                  let data36 = data.level;
                  const _errs77 = errors;
                  if (!(data36 === "trustworthy" || data36 === "good" || data36 === "warning" || data36 === "poor" || data36 === null)) {
                    validate52.errors = [{ instancePath: instancePath + "/level", schemaPath: "#/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.properties.level.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid23 = _errs77 === errors;
                } else {
                  var valid23 = true;
                }
                if (valid23) {
                  if (data.levelSent !== void 0) {
                    let data37 = data.levelSent;
                    const _errs78 = errors;
                    if (typeof data37 !== "string" && data37 !== null) {
                      validate52.errors = [{ instancePath: instancePath + "/levelSent", schemaPath: "#/properties/levelSent/type", keyword: "type", params: { type: schema19.properties.levelSent.type }, message: "must be string,null" }];
                      return false;
                    }
                    if (errors === _errs78) {
                      if (typeof data37 === "string") {
                        if (func2(data37) > 64) {
                          validate52.errors = [{ instancePath: instancePath + "/levelSent", schemaPath: "#/properties/levelSent/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                          return false;
                        } else {
                          if (func2(data37) < 1) {
                            validate52.errors = [{ instancePath: instancePath + "/levelSent", schemaPath: "#/properties/levelSent/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid23 = _errs78 === errors;
                  } else {
                    var valid23 = true;
                  }
                  if (valid23) {
                    if (data.ratingYear !== void 0) {
                      let data38 = data.ratingYear;
                      const _errs80 = errors;
                      if (!(typeof data38 == "number" && (!(data38 % 1) && !isNaN(data38)) && isFinite(data38))) {
                        validate52.errors = [{ instancePath: instancePath + "/ratingYear", schemaPath: "#/properties/ratingYear/type", keyword: "type", params: { type: "integer" }, message: "must be integer" }];
                        return false;
                      }
                      if (errors === _errs80) {
                        if (typeof data38 == "number" && isFinite(data38)) {
                          if (data38 > 2100 || isNaN(data38)) {
                            validate52.errors = [{ instancePath: instancePath + "/ratingYear", schemaPath: "#/properties/ratingYear/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2100 }, message: "must be <= 2100" }];
                            return false;
                          } else {
                            if (data38 < 2013 || isNaN(data38)) {
                              validate52.errors = [{ instancePath: instancePath + "/ratingYear", schemaPath: "#/properties/ratingYear/minimum", keyword: "minimum", params: { comparison: ">=", limit: 2013 }, message: "must be >= 2013" }];
                              return false;
                            }
                          }
                        }
                      }
                      var valid23 = _errs80 === errors;
                    } else {
                      var valid23 = true;
                    }
                    if (valid23) {
                      if (data.scheme !== void 0) {
                        let data39 = data.scheme;
                        const _errs82 = errors;
                        if (!(data39 === "渝环规〔2021〕7号" || data39 === "渝环〔2017〕174号" || data39 === "四川省企业环境信用评价指标及计分方法（2019年版）")) {
                          validate52.errors = [{ instancePath: instancePath + "/scheme", schemaPath: "#/properties/scheme/enum", keyword: "enum", params: { allowedValues: schema19.properties.scheme.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid23 = _errs82 === errors;
                      } else {
                        var valid23 = true;
                      }
                      if (valid23) {
                        if (data.score !== void 0) {
                          let data40 = data.score;
                          const _errs83 = errors;
                          if (!(data40 && typeof data40 == "object" && !Array.isArray(data40)) && data40 !== null) {
                            validate52.errors = [{ instancePath: instancePath + "/score", schemaPath: "#/properties/score/type", keyword: "type", params: { type: schema19.properties.score.type }, message: "must be object,null" }];
                            return false;
                          }
                          if (errors === _errs83) {
                            if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
                              let missing5;
                              if (data40.qualifier === void 0 && (missing5 = "qualifier") || data40.reported === void 0 && (missing5 = "reported") || data40.scheme === void 0 && (missing5 = "scheme") || data40.unit === void 0 && (missing5 = "unit") || data40.value === void 0 && (missing5 = "value")) {
                                validate52.errors = [{ instancePath: instancePath + "/score", schemaPath: "#/properties/score/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                return false;
                              } else {
                                const _errs85 = errors;
                                for (const key5 in data40) {
                                  if (!(key5 === "qualifier" || key5 === "reported" || key5 === "scheme" || key5 === "unit" || key5 === "value")) {
                                    validate52.errors = [{ instancePath: instancePath + "/score", schemaPath: "#/properties/score/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                    return false;
                                    break;
                                  }
                                }
                                if (_errs85 === errors) {
                                  if (data40.qualifier !== void 0) {
                                    const _errs86 = errors;
                                    if (data40.qualifier !== null) {
                                      validate52.errors = [{ instancePath: instancePath + "/score/qualifier", schemaPath: "#/properties/score/properties/qualifier/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
                                      return false;
                                    }
                                    var valid28 = _errs86 === errors;
                                  } else {
                                    var valid28 = true;
                                  }
                                  if (valid28) {
                                    if (data40.reported !== void 0) {
                                      let data42 = data40.reported;
                                      const _errs88 = errors;
                                      if (errors === _errs88) {
                                        if (typeof data42 === "string") {
                                          if (func2(data42) > 32) {
                                            validate52.errors = [{ instancePath: instancePath + "/score/reported", schemaPath: "#/properties/score/properties/reported/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }];
                                            return false;
                                          } else {
                                            if (func2(data42) < 1) {
                                              validate52.errors = [{ instancePath: instancePath + "/score/reported", schemaPath: "#/properties/score/properties/reported/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/score/reported", schemaPath: "#/properties/score/properties/reported/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                          return false;
                                        }
                                      }
                                      var valid28 = _errs88 === errors;
                                    } else {
                                      var valid28 = true;
                                    }
                                    if (valid28) {
                                      if (data40.scheme !== void 0) {
                                        let data43 = data40.scheme;
                                        const _errs90 = errors;
                                        if (!(data43 === "渝环规〔2021〕7号" || data43 === "渝环〔2017〕174号" || data43 === "四川省企业环境信用评价指标及计分方法（2019年版）")) {
                                          validate52.errors = [{ instancePath: instancePath + "/score/scheme", schemaPath: "#/properties/score/properties/scheme/enum", keyword: "enum", params: { allowedValues: schema19.properties.score.properties.scheme.enum }, message: "must be equal to one of the allowed values" }];
                                          return false;
                                        }
                                        var valid28 = _errs90 === errors;
                                      } else {
                                        var valid28 = true;
                                      }
                                      if (valid28) {
                                        if (data40.unit !== void 0) {
                                          const _errs91 = errors;
                                          if ("分" !== data40.unit) {
                                            validate52.errors = [{ instancePath: instancePath + "/score/unit", schemaPath: "#/properties/score/properties/unit/const", keyword: "const", params: { allowedValue: "分" }, message: "must be equal to constant" }];
                                            return false;
                                          }
                                          var valid28 = _errs91 === errors;
                                        } else {
                                          var valid28 = true;
                                        }
                                        if (valid28) {
                                          if (data40.value !== void 0) {
                                            let data45 = data40.value;
                                            const _errs92 = errors;
                                            if (errors === _errs92) {
                                              if (typeof data45 == "number" && isFinite(data45)) {
                                                if (data45 > 200 || isNaN(data45)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/score/value", schemaPath: "#/properties/score/properties/value/maximum", keyword: "maximum", params: { comparison: "<=", limit: 200 }, message: "must be <= 200" }];
                                                  return false;
                                                } else {
                                                  if (data45 < 0 || isNaN(data45)) {
                                                    validate52.errors = [{ instancePath: instancePath + "/score/value", schemaPath: "#/properties/score/properties/value/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" }];
                                                    return false;
                                                  }
                                                }
                                              } else {
                                                validate52.errors = [{ instancePath: instancePath + "/score/value", schemaPath: "#/properties/score/properties/value/type", keyword: "type", params: { type: "number" }, message: "must be number" }];
                                                return false;
                                              }
                                            }
                                            var valid28 = _errs92 === errors;
                                          } else {
                                            var valid28 = true;
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                          var valid23 = _errs83 === errors;
                        } else {
                          var valid23 = true;
                        }
                        if (valid23) {
                          if (data.status !== void 0) {
                            let data46 = data.status;
                            const _errs94 = errors;
                            if (!(data46 === "rated" || data46 === "not-rated" || data46 === "suspended")) {
                              validate52.errors = [{ instancePath: instancePath + "/status", schemaPath: "#/properties/status/enum", keyword: "enum", params: { allowedValues: schema19.properties.status.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid23 = _errs94 === errors;
                          } else {
                            var valid23 = true;
                          }
                          if (valid23) {
                            if (data.veto !== void 0) {
                              let data47 = data.veto;
                              const _errs95 = errors;
                              if (errors === _errs95) {
                                if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
                                  let missing6;
                                  if (data47.applied === void 0 && (missing6 = "applied") || data47.case === void 0 && (missing6 = "case")) {
                                    validate52.errors = [{ instancePath: instancePath + "/veto", schemaPath: "#/properties/veto/required", keyword: "required", params: { missingProperty: missing6 }, message: "must have required property '" + missing6 + "'" }];
                                    return false;
                                  } else {
                                    const _errs97 = errors;
                                    for (const key6 in data47) {
                                      if (!(key6 === "applied" || key6 === "case")) {
                                        validate52.errors = [{ instancePath: instancePath + "/veto", schemaPath: "#/properties/veto/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" }];
                                        return false;
                                        break;
                                      }
                                    }
                                    if (_errs97 === errors) {
                                      if (data47.applied !== void 0) {
                                        let data48 = data47.applied;
                                        const _errs98 = errors;
                                        if (typeof data48 !== "boolean" && data48 !== null) {
                                          validate52.errors = [{ instancePath: instancePath + "/veto/applied", schemaPath: "#/properties/veto/properties/applied/type", keyword: "type", params: { type: schema19.properties.veto.properties.applied.type }, message: "must be boolean,null" }];
                                          return false;
                                        }
                                        var valid29 = _errs98 === errors;
                                      } else {
                                        var valid29 = true;
                                      }
                                      if (valid29) {
                                        if (data47.case !== void 0) {
                                          let data49 = data47.case;
                                          const _errs100 = errors;
                                          if (typeof data49 !== "string" && data49 !== null) {
                                            validate52.errors = [{ instancePath: instancePath + "/veto/case", schemaPath: "#/properties/veto/properties/case/type", keyword: "type", params: { type: schema19.properties.veto.properties.case.type }, message: "must be string,null" }];
                                            return false;
                                          }
                                          if (errors === _errs100) {
                                            if (typeof data49 === "string") {
                                              if (func2(data49) > 64) {
                                                validate52.errors = [{ instancePath: instancePath + "/veto/case", schemaPath: "#/properties/veto/properties/case/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                return false;
                                              } else {
                                                if (!pattern7.test(data49)) {
                                                  validate52.errors = [{ instancePath: instancePath + "/veto/case", schemaPath: "#/properties/veto/properties/case/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"' }];
                                                  return false;
                                                }
                                              }
                                            }
                                          }
                                          var valid29 = _errs100 === errors;
                                        } else {
                                          var valid29 = true;
                                        }
                                      }
                                    }
                                  }
                                } else {
                                  validate52.errors = [{ instancePath: instancePath + "/veto", schemaPath: "#/properties/veto/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                  return false;
                                }
                              }
                              var valid23 = _errs95 === errors;
                            } else {
                              var valid23 = true;
                            }
                            if (valid23) {
                              if (data.repair !== void 0) {
                                let data50 = data.repair;
                                const _errs102 = errors;
                                if (!(data50 && typeof data50 == "object" && !Array.isArray(data50)) && data50 !== null) {
                                  validate52.errors = [{ instancePath: instancePath + "/repair", schemaPath: "#/properties/repair/type", keyword: "type", params: { type: schema19.properties.repair.type }, message: "must be object,null" }];
                                  return false;
                                }
                                if (errors === _errs102) {
                                  if (data50 && typeof data50 == "object" && !Array.isArray(data50)) {
                                    let missing7;
                                    if (data50.date === void 0 && (missing7 = "date") || data50.state === void 0 && (missing7 = "state")) {
                                      validate52.errors = [{ instancePath: instancePath + "/repair", schemaPath: "#/properties/repair/required", keyword: "required", params: { missingProperty: missing7 }, message: "must have required property '" + missing7 + "'" }];
                                      return false;
                                    } else {
                                      const _errs104 = errors;
                                      for (const key7 in data50) {
                                        if (!(key7 === "date" || key7 === "state")) {
                                          validate52.errors = [{ instancePath: instancePath + "/repair", schemaPath: "#/properties/repair/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" }];
                                          return false;
                                          break;
                                        }
                                      }
                                      if (_errs104 === errors) {
                                        if (data50.date !== void 0) {
                                          const _errs105 = errors;
                                          if (!validate53(data50.date, { instancePath: instancePath + "/repair/date", parentData: data50, parentDataProperty: "date", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid30 = _errs105 === errors;
                                        } else {
                                          var valid30 = true;
                                        }
                                        if (valid30) {
                                          if (data50.state !== void 0) {
                                            let data52 = data50.state;
                                            const _errs106 = errors;
                                            if (!(data52 === "none" || data52 === "applied" || data52 === "granted" || data52 === "refused")) {
                                              validate52.errors = [{ instancePath: instancePath + "/repair/state", schemaPath: "#/properties/repair/properties/state/enum", keyword: "enum", params: { allowedValues: schema19.properties.repair.properties.state.enum }, message: "must be equal to one of the allowed values" }];
                                              return false;
                                            }
                                            var valid30 = _errs106 === errors;
                                          } else {
                                            var valid30 = true;
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                                var valid23 = _errs102 === errors;
                              } else {
                                var valid23 = true;
                              }
                              if (valid23) {
                                if (data.validity !== void 0) {
                                  let data53 = data.validity;
                                  const _errs107 = errors;
                                  if (errors === _errs107) {
                                    if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
                                      let missing8;
                                      if (data53.from === void 0 && (missing8 = "from") || data53.to === void 0 && (missing8 = "to")) {
                                        validate52.errors = [{ instancePath: instancePath + "/validity", schemaPath: "#/properties/validity/required", keyword: "required", params: { missingProperty: missing8 }, message: "must have required property '" + missing8 + "'" }];
                                        return false;
                                      } else {
                                        const _errs109 = errors;
                                        for (const key8 in data53) {
                                          if (!(key8 === "from" || key8 === "to")) {
                                            validate52.errors = [{ instancePath: instancePath + "/validity", schemaPath: "#/properties/validity/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" }];
                                            return false;
                                            break;
                                          }
                                        }
                                        if (_errs109 === errors) {
                                          if (data53.from !== void 0) {
                                            const _errs110 = errors;
                                            if (!validate53(data53.from, { instancePath: instancePath + "/validity/from", parentData: data53, parentDataProperty: "from", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid31 = _errs110 === errors;
                                          } else {
                                            var valid31 = true;
                                          }
                                          if (valid31) {
                                            if (data53.to !== void 0) {
                                              const _errs111 = errors;
                                              if (!validate53(data53.to, { instancePath: instancePath + "/validity/to", parentData: data53, parentDataProperty: "to", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid31 = _errs111 === errors;
                                            } else {
                                              var valid31 = true;
                                            }
                                          }
                                        }
                                      }
                                    } else {
                                      validate52.errors = [{ instancePath: instancePath + "/validity", schemaPath: "#/properties/validity/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                      return false;
                                    }
                                  }
                                  var valid23 = _errs107 === errors;
                                } else {
                                  var valid23 = true;
                                }
                                if (valid23) {
                                  if (data.publicationBasis !== void 0) {
                                    let data56 = data.publicationBasis;
                                    const _errs112 = errors;
                                    if (!(data56 && typeof data56 == "object" && !Array.isArray(data56)) && data56 !== null) {
                                      validate52.errors = [{ instancePath: instancePath + "/publicationBasis", schemaPath: "#/properties/publicationBasis/type", keyword: "type", params: { type: schema19.properties.publicationBasis.type }, message: "must be object,null" }];
                                      return false;
                                    }
                                    const _errs114 = errors;
                                    let valid32 = true;
                                    const _errs115 = errors;
                                    if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
                                      if (data56.document !== void 0) {
                                        if (data56.document !== null) {
                                          const err10 = {};
                                          if (vErrors === null) {
                                            vErrors = [err10];
                                          } else {
                                            vErrors.push(err10);
                                          }
                                          errors++;
                                        }
                                      }
                                    }
                                    var _valid5 = _errs115 === errors;
                                    errors = _errs114;
                                    if (vErrors !== null) {
                                      if (_errs114) {
                                        vErrors.length = _errs114;
                                      } else {
                                        vErrors = null;
                                      }
                                    }
                                    if (_valid5) {
                                      const _errs118 = errors;
                                      if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
                                        if (data56.notice !== void 0) {
                                          let data58 = data56.notice;
                                          if (!(data58 && typeof data58 == "object" && !Array.isArray(data58))) {
                                            validate52.errors = [{ instancePath: instancePath + "/publicationBasis/notice", schemaPath: "#/properties/publicationBasis/then/properties/notice/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                                            return false;
                                          }
                                        }
                                      }
                                      var _valid5 = _errs118 === errors;
                                      valid32 = _valid5;
                                      if (valid32) {
                                        var props5 = {};
                                        props5.notice = true;
                                        props5.document = true;
                                      }
                                    }
                                    if (!valid32) {
                                      const err11 = { instancePath: instancePath + "/publicationBasis", schemaPath: "#/properties/publicationBasis/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema' };
                                      if (vErrors === null) {
                                        vErrors = [err11];
                                      } else {
                                        vErrors.push(err11);
                                      }
                                      errors++;
                                      validate52.errors = vErrors;
                                      return false;
                                    }
                                    if (errors === _errs112) {
                                      if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
                                        let missing9;
                                        if (data56.document === void 0 && (missing9 = "document") || data56.notice === void 0 && (missing9 = "notice")) {
                                          validate52.errors = [{ instancePath: instancePath + "/publicationBasis", schemaPath: "#/properties/publicationBasis/required", keyword: "required", params: { missingProperty: missing9 }, message: "must have required property '" + missing9 + "'" }];
                                          return false;
                                        } else {
                                          const _errs121 = errors;
                                          for (const key9 in data56) {
                                            if (!(key9 === "document" || key9 === "notice")) {
                                              validate52.errors = [{ instancePath: instancePath + "/publicationBasis", schemaPath: "#/properties/publicationBasis/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" }];
                                              return false;
                                              break;
                                            }
                                          }
                                          if (_errs121 === errors) {
                                            if (data56.document !== void 0) {
                                              let data59 = data56.document;
                                              const _errs122 = errors;
                                              if (typeof data59 !== "string" && data59 !== null) {
                                                validate52.errors = [{ instancePath: instancePath + "/publicationBasis/document", schemaPath: "#/properties/publicationBasis/properties/document/type", keyword: "type", params: { type: schema19.properties.publicationBasis.properties.document.type }, message: "must be string,null" }];
                                                return false;
                                              }
                                              if (errors === _errs122) {
                                                if (typeof data59 === "string") {
                                                  if (func2(data59) > 128) {
                                                    validate52.errors = [{ instancePath: instancePath + "/publicationBasis/document", schemaPath: "#/properties/publicationBasis/properties/document/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                                    return false;
                                                  } else {
                                                    if (func2(data59) < 1) {
                                                      validate52.errors = [{ instancePath: instancePath + "/publicationBasis/document", schemaPath: "#/properties/publicationBasis/properties/document/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                      return false;
                                                    }
                                                  }
                                                }
                                              }
                                              var valid35 = _errs122 === errors;
                                            } else {
                                              var valid35 = true;
                                            }
                                            if (valid35) {
                                              if (data56.notice !== void 0) {
                                                let data60 = data56.notice;
                                                const _errs124 = errors;
                                                if (!(data60 && typeof data60 == "object" && !Array.isArray(data60)) && data60 !== null) {
                                                  validate52.errors = [{ instancePath: instancePath + "/publicationBasis/notice", schemaPath: "#/properties/publicationBasis/properties/notice/type", keyword: "type", params: { type: schema19.properties.publicationBasis.properties.notice.type }, message: "must be object,null" }];
                                                  return false;
                                                }
                                                if (errors === _errs124) {
                                                  if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
                                                    let missing10;
                                                    if (data60.from === void 0 && (missing10 = "from") || data60.to === void 0 && (missing10 = "to")) {
                                                      validate52.errors = [{ instancePath: instancePath + "/publicationBasis/notice", schemaPath: "#/properties/publicationBasis/properties/notice/required", keyword: "required", params: { missingProperty: missing10 }, message: "must have required property '" + missing10 + "'" }];
                                                      return false;
                                                    } else {
                                                      const _errs126 = errors;
                                                      for (const key10 in data60) {
                                                        if (!(key10 === "from" || key10 === "to")) {
                                                          validate52.errors = [{ instancePath: instancePath + "/publicationBasis/notice", schemaPath: "#/properties/publicationBasis/properties/notice/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" }];
                                                          return false;
                                                          break;
                                                        }
                                                      }
                                                      if (_errs126 === errors) {
                                                        if (data60.from !== void 0) {
                                                          const _errs127 = errors;
                                                          if (!validate58(data60.from, { instancePath: instancePath + "/publicationBasis/notice/from", parentData: data60, parentDataProperty: "from", rootData, dynamicAnchors })) {
                                                            vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                                            errors = vErrors.length;
                                                          }
                                                          var valid36 = _errs127 === errors;
                                                        } else {
                                                          var valid36 = true;
                                                        }
                                                        if (valid36) {
                                                          if (data60.to !== void 0) {
                                                            const _errs128 = errors;
                                                            if (!validate58(data60.to, { instancePath: instancePath + "/publicationBasis/notice/to", parentData: data60, parentDataProperty: "to", rootData, dynamicAnchors })) {
                                                              vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                                              errors = vErrors.length;
                                                            }
                                                            var valid36 = _errs128 === errors;
                                                          } else {
                                                            var valid36 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                                var valid35 = _errs124 === errors;
                                              } else {
                                                var valid35 = true;
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                    var valid23 = _errs112 === errors;
                                  } else {
                                    var valid23 = true;
                                  }
                                  if (valid23) {
                                    if (data.publication !== void 0) {
                                      let data63 = data.publication;
                                      const _errs129 = errors;
                                      if (!(data63 === "none" || data63 === "joint" || data63 === "public")) {
                                        validate52.errors = [{ instancePath: instancePath + "/publication", schemaPath: "#/properties/publication/enum", keyword: "enum", params: { allowedValues: schema19.properties.publication.enum }, message: "must be equal to one of the allowed values" }];
                                        return false;
                                      }
                                      var valid23 = _errs129 === errors;
                                    } else {
                                      var valid23 = true;
                                    }
                                    if (valid23) {
                                      if (data.notes !== void 0) {
                                        let data64 = data.notes;
                                        const _errs130 = errors;
                                        if (errors === _errs130) {
                                          if (Array.isArray(data64)) {
                                            if (data64.length > 64) {
                                              validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/maxItems", keyword: "maxItems", params: { limit: 64 }, message: "must NOT have more than 64 items" }];
                                              return false;
                                            } else {
                                              var valid37 = true;
                                              const len0 = data64.length;
                                              for (let i0 = 0; i0 < len0; i0++) {
                                                let data65 = data64[i0];
                                                const _errs132 = errors;
                                                if (errors === _errs132) {
                                                  if (data65 && typeof data65 == "object" && !Array.isArray(data65)) {
                                                    let missing11;
                                                    if (data65.rule === void 0 && (missing11 = "rule")) {
                                                      validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/required", keyword: "required", params: { missingProperty: missing11 }, message: "must have required property '" + missing11 + "'" }];
                                                      return false;
                                                    } else {
                                                      const _errs134 = errors;
                                                      for (const key11 in data65) {
                                                        if (!(key11 === "field" || key11 === "rule" || key11 === "sent")) {
                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" }];
                                                          return false;
                                                          break;
                                                        }
                                                      }
                                                      if (_errs134 === errors) {
                                                        if (data65.field !== void 0) {
                                                          let data66 = data65.field;
                                                          const _errs135 = errors;
                                                          if (errors === _errs135) {
                                                            if (typeof data66 === "string") {
                                                              if (func2(data66) > 128) {
                                                                validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                                                return false;
                                                              } else {
                                                                if (!pattern9.test(data66)) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' }];
                                                                  return false;
                                                                }
                                                              }
                                                            } else {
                                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid38 = _errs135 === errors;
                                                        } else {
                                                          var valid38 = true;
                                                        }
                                                        if (valid38) {
                                                          if (data65.rule !== void 0) {
                                                            let data67 = data65.rule;
                                                            const _errs137 = errors;
                                                            if (errors === _errs137) {
                                                              if (typeof data67 === "string") {
                                                                if (func2(data67) > 64) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                                  return false;
                                                                } else {
                                                                  if (!pattern7.test(data67)) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"' }];
                                                                    return false;
                                                                  }
                                                                }
                                                              } else {
                                                                validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                return false;
                                                              }
                                                            }
                                                            var valid38 = _errs137 === errors;
                                                          } else {
                                                            var valid38 = true;
                                                          }
                                                          if (valid38) {
                                                            if (data65.sent !== void 0) {
                                                              let data68 = data65.sent;
                                                              const _errs139 = errors;
                                                              if (errors === _errs139) {
                                                                if (typeof data68 === "string") {
                                                                  if (func2(data68) > 4096) {
                                                                    validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                                                    return false;
                                                                  }
                                                                } else {
                                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                  return false;
                                                                }
                                                              }
                                                              var valid38 = _errs139 === errors;
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
                                                var valid37 = _errs132 === errors;
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
                                        var valid23 = _errs130 === errors;
                                      } else {
                                        var valid23 = true;
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
