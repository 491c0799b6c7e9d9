// Generated from air-warning/v1.0.0.json by contracts/build.ts; do not edit.
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
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:chuanyu:contract:air-warning:1.0.0", "title": "重污染天气预警记录 · Heavy-pollution warning record", "x-title": { "zh": "重污染天气预警记录", "en": "Heavy-pollution warning record" }, "description": "The issuing authority's own act, as its document says it, for one area. Nothing here is computed: what the gateway works out from forecasts is a suggestion (预警建议) and is never a record of this contract.", "type": "object", "additionalProperties": false, "required": ["action", "area", "basis", "document", "effective", "issued", "issuer", "level", "notes", "originator", "previousLevel", "publication", "replaces", "response", "review", "scheme", "sealedDigest", "text", "until"], "properties": { "area": { "title": "预警区域 · Area warned", "x-title": { "zh": "预警区域", "en": "Area warned" }, "type": "object", "additionalProperties": false, "required": ["id", "kind", "name", "party"], "x-source": "Register of divisions, the edition named in the receipt", "properties": { "id": { "title": "登记号 · Register id", "x-title": { "zh": "登记号", "en": "Register id" }, "description": "Id in the register of divisions: the code of GB/T 2260 where there is one (with the year it began where the code was used twice), else party and name.", "type": "string", "pattern": "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$" }, "kind": { "title": "类别 · Kind", "x-title": { "zh": "类别", "en": "Kind" }, "description": "city 市州, and Chongqing as a whole; county 区县; management 新区、高新区、经开区 without a code of their own; zone 预报片区.", "enum": ["city", "county", "management", "zone"] }, "name": { "title": "名称 · Name", "x-title": { "zh": "名称", "en": "Name" }, "type": "string", "minLength": 1, "maxLength": 64 }, "party": { "title": "所属方 · Side it belongs to", "x-title": { "zh": "所属方", "en": "Side it belongs to" }, "enum": ["cq", "sc"] } } }, "issuer": { "title": "发布机关 · Issuing authority", "x-title": { "zh": "发布机关", "en": "Issuing authority" }, "type": "object", "additionalProperties": false, "required": ["authority", "party"], "x-source": "大气污染防治法第九十五条: warnings are issued by governments", "properties": { "authority": { "title": "机关名称 · Name", "x-title": { "zh": "机关名称", "en": "Name" }, "description": "A government, or its command or office, in its own words without blanks.", "type": "string", "minLength": 1, "maxLength": 64, "pattern": "^[^/\\s]+$" }, "party": { "title": "方 · Side", "x-title": { "zh": "方", "en": "Side" }, "enum": ["cq", "sc"] } } }, "document": { "title": "文件 · Document", "x-title": { "zh": "文件", "en": "Document" }, "type": "object", "additionalProperties": false, "required": ["number", "title", "unnumbered"], "properties": { "number": { "title": "文号 · Document number", "x-title": { "zh": "文号", "en": "Document number" }, "description": "The authority's own, year in 〔〕, as 川办发〔2024〕46号; null where there is none, and `unnumbered` says why.", "type": ["string", "null"], "pattern": "^(?:[^\\s/〔〕]{1,40}〔[0-9]{4}〕第?[0-9]{1,6}号|[^\\s/〔〕]{0,40}[0-9]{4}年第?[0-9]{1,4}号)$" }, "title": { "title": "标题 · Title", "x-title": { "zh": "标题", "en": "Title" }, "description": "As printed; null where the sender does not give it.", "type": ["string", "null"], "minLength": 1, "maxLength": 256 }, "unnumbered": { "title": "无文号原因 · Why there is no number", "x-title": { "zh": "无文号原因", "en": "Why there is no number" }, "description": "none-given 发布机关未编文号; to-follow 先行发布、文号后补; not-stated 报送方未写明. Null where there is a number.", "enum": ["none-given", "to-follow", "not-stated", null] } }, "if": { "properties": { "number": { "type": "null" } } }, "then": { "properties": { "unnumbered": { "type": "string" } } }, "else": { "properties": { "unnumbered": { "type": "null" } } } }, "action": { "title": "动作 · Action", "x-title": { "zh": "动作", "en": "Action" }, "description": "issue 发布; adjust 调整; lift 解除.", "enum": ["adjust", "issue", "lift"] }, "scheme": { "title": "预警方案 · Scheme", "x-title": { "zh": "预警方案", "en": "Scheme" }, "description": "A level means something within its scheme only: colours of two schemes are never compared. `document` is the plan by which the side uses the scheme, null where none is known.", "type": "object", "additionalProperties": false, "required": ["document", "edition", "id"], "x-source": "The schemes of warnings the gateway holds, /v1/standards", "properties": { "document": { "title": "预案 · Plan", "x-title": { "zh": "预案", "en": "Plan" }, "type": ["string", "null"], "minLength": 1, "maxLength": 64 }, "edition": { "title": "版次 · Edition", "x-title": { "zh": "版次", "en": "Edition" }, "type": "string", "pattern": "^[0-9]{4}$" }, "id": { "title": "标识 · Id", "x-title": { "zh": "标识", "en": "Id" }, "enum": ["渝府办发〔2022〕115号", "环大气〔2024〕6号", "环大气函〔2017〕86号", "成都2020"] } } }, "level": { "title": "预警级别 · Level", "x-title": { "zh": "预警级别", "en": "Level" }, "description": "yellow 黄色; orange 橙色; red 红色, within the scheme; null only where the warning is lifted.", "enum": ["orange", "red", "yellow", null] }, "previousLevel": { "title": "原级别 · Level before", "x-title": { "zh": "原级别", "en": "Level before" }, "description": "The level that is adjusted or lifted, where the document says it; null on issue.", "enum": ["orange", "red", "yellow", null] }, "response": { "title": "响应级别 · Response level", "x-title": { "zh": "响应级别", "en": "Response level" }, "description": "In the words of the document, as Ⅲ级应急响应; null where it says none, and where the warning is lifted.", "type": ["string", "null"], "minLength": 1, "maxLength": 32 }, "issued": { "title": "发布时间 · Time of issue", "x-title": { "zh": "发布时间", "en": "Time of issue" }, "$ref": "#/$defs/instant" }, "effective": { "title": "生效时间 · Effective from", "x-title": { "zh": "生效时间", "en": "Effective from" }, "description": "From when the warning, its new level or its lifting counts.", "$ref": "#/$defs/instant" }, "until": { "title": "截止时间 · Until", "x-title": { "zh": "截止时间", "en": "Until" }, "description": "Null where the end is left to a further notice (解除时间另行通知) or not stated, and where the warning is lifted.", "type": ["string", "null"], "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$" }, "basis": { "title": "发布依据 · Basis", "x-title": { "zh": "发布依据", "en": "Basis" }, "description": "What the authority says it goes by, in its own words; null where it says nothing.", "type": ["string", "null"], "minLength": 1, "maxLength": 4096 }, "replaces": { "title": "所调整或解除的文号 · Document adjusted or lifted", "x-title": { "zh": "所调整或解除的文号", "en": "Document adjusted or lifted" }, "description": "Number of the document whose warning this one adjusts or lifts; null on issue, and where none is named.", "type": ["string", "null"], "pattern": "^(?:[^\\s/〔〕]{1,40}〔[0-9]{4}〕第?[0-9]{1,6}号|[^\\s/〔〕]{0,40}[0-9]{4}年第?[0-9]{1,4}号)$" }, "sealedDigest": { "title": "盖章文件摘要 · Digest of the sealed document", "x-title": { "zh": "盖章文件摘要", "en": "Digest of the sealed document" }, "description": "SHA-256 of the sealed office document (盖章公文) in hexadecimal; null where none is attached.", "type": ["string", "null"], "pattern": "^[0-9a-f]{64}$" }, "text": { "title": "发布语句原文 · Sentence as issued", "x-title": { "zh": "发布语句原文", "en": "Sentence as issued" }, "description": "The sentence of a notice that the record was read from; null for tables.", "type": ["string", "null"], "minLength": 1, "maxLength": 4096 }, "originator": { "title": "数据生产者 · Originator", "x-title": { "zh": "数据生产者", "en": "Originator" }, "description": "The side whose authority issued it.", "enum": ["cq", "sc"] }, "publication": { "title": "发布权 · Right to publish", "x-title": { "zh": "发布权", "en": "Right to publish" }, "description": "none 不得公开; joint 双方之间; public 发布机关已向社会发布. Only what is public is shown publicly.", "enum": ["none", "joint", "public"] }, "review": { "title": "审核状态 · Review state", "x-title": { "zh": "审核状态", "en": "Review state" }, "description": "raw 未审核; reviewed 已审核; final 终审.", "enum": ["raw", "reviewed", "final"] }, "notes": { "title": "规范化说明 · Notes", "x-title": { "zh": "规范化说明", "en": "Notes" }, "description": "What normalisation changed, each by its rule.", "type": "array", "maxItems": 64, "items": { "type": "object", "additionalProperties": false, "required": ["rule"], "properties": { "field": { "type": "string", "maxLength": 128, "pattern": "^/" }, "rule": { "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 64 }, "sent": { "type": "string", "maxLength": 4096 } } } } }, "allOf": [{ "if": { "properties": { "action": { "const": "lift" } } }, "then": { "properties": { "level": { "type": "null" }, "response": { "type": "null" }, "until": { "type": "null" } } }, "else": { "properties": { "level": { "type": "string" } } } }, { "if": { "properties": { "action": { "const": "issue" } } }, "then": { "properties": { "previousLevel": { "type": "null" }, "replaces": { "type": "null" } } } }], "$defs": { "instant": { "type": "string", "description": "Asia/Shanghai, to the second.", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$" } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern3 = new RegExp("^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$", "u");
var pattern4 = new RegExp("^[^/\\s]+$", "u");
var pattern5 = new RegExp("^(?:[^\\s/〔〕]{1,40}〔[0-9]{4}〕第?[0-9]{1,6}号|[^\\s/〔〕]{0,40}[0-9]{4}年第?[0-9]{1,4}号)$", "u");
var pattern6 = new RegExp("^[0-9]{4}$", "u");
var pattern7 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$", "u");
var pattern10 = new RegExp("^[0-9a-f]{64}$", "u");
var pattern11 = new RegExp("^/", "u");
var pattern12 = new RegExp("^[a-z0-9]+(-[a-z0-9]+)*$", "u");
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
      if (!pattern7.test(data)) {
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
    if (data.action !== void 0) {
      if ("lift" !== data.action) {
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
        const _errs6 = errors;
        if (data.level !== null) {
          validate52.errors = [{ instancePath: instancePath + "/level", schemaPath: "#/allOf/0/then/properties/level/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
          return false;
        }
        var valid3 = _errs6 === errors;
      } else {
        var valid3 = true;
      }
      if (valid3) {
        if (data.response !== void 0) {
          const _errs8 = errors;
          if (data.response !== null) {
            validate52.errors = [{ instancePath: instancePath + "/response", schemaPath: "#/allOf/0/then/properties/response/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
            return false;
          }
          var valid3 = _errs8 === errors;
        } else {
          var valid3 = true;
        }
        if (valid3) {
          if (data.until !== void 0) {
            const _errs10 = errors;
            if (data.until !== null) {
              validate52.errors = [{ instancePath: instancePath + "/until", schemaPath: "#/allOf/0/then/properties/until/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
              return false;
            }
            var valid3 = _errs10 === errors;
          } else {
            var valid3 = true;
          }
        }
      }
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
    if (valid1) {
      var props0 = {};
      props0.level = true;
      props0.response = true;
      props0.until = true;
      props0.action = true;
    }
    ifClause0 = "then";
  } else {
    const _errs12 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.level !== void 0) {
        if (typeof data.level !== "string") {
          validate52.errors = [{ instancePath: instancePath + "/level", schemaPath: "#/allOf/0/else/properties/level/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
          return false;
        }
      }
    }
    var _valid0 = _errs12 === errors;
    valid1 = _valid0;
    if (valid1) {
      if (props0 !== true) {
        props0 = props0 || {};
        props0.level = true;
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
    const _errs15 = errors;
    const _errs16 = errors;
    let valid5 = true;
    const _errs17 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.action !== void 0) {
        if ("issue" !== data.action) {
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
    var _valid1 = _errs17 === errors;
    errors = _errs16;
    if (vErrors !== null) {
      if (_errs16) {
        vErrors.length = _errs16;
      } else {
        vErrors = null;
      }
    }
    if (_valid1) {
      const _errs19 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.previousLevel !== void 0) {
          const _errs20 = errors;
          if (data.previousLevel !== null) {
            validate52.errors = [{ instancePath: instancePath + "/previousLevel", schemaPath: "#/allOf/1/then/properties/previousLevel/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
            return false;
          }
          var valid7 = _errs20 === errors;
        } else {
          var valid7 = true;
        }
        if (valid7) {
          if (data.replaces !== void 0) {
            const _errs22 = errors;
            if (data.replaces !== null) {
              validate52.errors = [{ instancePath: instancePath + "/replaces", schemaPath: "#/allOf/1/then/properties/replaces/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
              return false;
            }
            var valid7 = _errs22 === errors;
          } else {
            var valid7 = true;
          }
        }
      }
      var _valid1 = _errs19 === errors;
      valid5 = _valid1;
      if (valid5) {
        var props1 = {};
        props1.previousLevel = true;
        props1.replaces = true;
        props1.action = true;
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
    var valid0 = _errs15 === errors;
    if (valid0) {
      if (props0 !== true && props1 !== void 0) {
        if (props1 === true) {
          props0 = true;
        } else {
          props0 = props0 || {};
          Object.assign(props0, props1);
        }
      }
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.action === void 0 && (missing0 = "action") || data.area === void 0 && (missing0 = "area") || data.basis === void 0 && (missing0 = "basis") || data.document === void 0 && (missing0 = "document") || data.effective === void 0 && (missing0 = "effective") || data.issued === void 0 && (missing0 = "issued") || data.issuer === void 0 && (missing0 = "issuer") || data.level === void 0 && (missing0 = "level") || data.notes === void 0 && (missing0 = "notes") || data.originator === void 0 && (missing0 = "originator") || data.previousLevel === void 0 && (missing0 = "previousLevel") || data.publication === void 0 && (missing0 = "publication") || data.replaces === void 0 && (missing0 = "replaces") || data.response === void 0 && (missing0 = "response") || data.review === void 0 && (missing0 = "review") || data.scheme === void 0 && (missing0 = "scheme") || data.sealedDigest === void 0 && (missing0 = "sealedDigest") || data.text === void 0 && (missing0 = "text") || data.until === void 0 && (missing0 = "until")) {
        validate52.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 }, message: "must have required property '" + missing0 + "'" }];
        return false;
      } else {
        const _errs24 = errors;
        for (const key0 in data) {
          if (!func1.call(schema19.properties, key0)) {
            validate52.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" }];
            return false;
            break;
          }
        }
        if (_errs24 === errors) {
          if (data.area !== void 0) {
            let data8 = data.area;
            const _errs25 = errors;
            if (errors === _errs25) {
              if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                let missing1;
                if (data8.id === void 0 && (missing1 = "id") || data8.kind === void 0 && (missing1 = "kind") || data8.name === void 0 && (missing1 = "name") || data8.party === void 0 && (missing1 = "party")) {
                  validate52.errors = [{ instancePath: instancePath + "/area", schemaPath: "#/properties/area/required", keyword: "required", params: { missingProperty: missing1 }, message: "must have required property '" + missing1 + "'" }];
                  return false;
                } else {
                  const _errs27 = errors;
                  for (const key1 in data8) {
                    if (!(key1 === "id" || key1 === "kind" || key1 === "name" || key1 === "party")) {
                      validate52.errors = [{ instancePath: instancePath + "/area", schemaPath: "#/properties/area/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" }];
                      return false;
                      break;
                    }
                  }
                  if (_errs27 === errors) {
                    if (data8.id !== void 0) {
                      let data9 = data8.id;
                      const _errs28 = errors;
                      if (errors === _errs28) {
                        if (typeof data9 === "string") {
                          if (!pattern3.test(data9)) {
                            validate52.errors = [{ instancePath: instancePath + "/area/id", schemaPath: "#/properties/area/properties/id/pattern", keyword: "pattern", params: { pattern: "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$" }, message: 'must match pattern "^(?:[0-9]{6}(?:-[0-9]{4})?|(?:cq|sc)-\\S{1,60})$"' }];
                            return false;
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/area/id", schemaPath: "#/properties/area/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                          return false;
                        }
                      }
                      var valid9 = _errs28 === errors;
                    } else {
                      var valid9 = true;
                    }
                    if (valid9) {
                      if (data8.kind !== void 0) {
                        let data10 = data8.kind;
                        const _errs30 = errors;
                        if (!(data10 === "city" || data10 === "county" || data10 === "management" || data10 === "zone")) {
                          validate52.errors = [{ instancePath: instancePath + "/area/kind", schemaPath: "#/properties/area/properties/kind/enum", keyword: "enum", params: { allowedValues: schema19.properties.area.properties.kind.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid9 = _errs30 === errors;
                      } else {
                        var valid9 = true;
                      }
                      if (valid9) {
                        if (data8.name !== void 0) {
                          let data11 = data8.name;
                          const _errs31 = errors;
                          if (errors === _errs31) {
                            if (typeof data11 === "string") {
                              if (func2(data11) > 64) {
                                validate52.errors = [{ instancePath: instancePath + "/area/name", schemaPath: "#/properties/area/properties/name/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                return false;
                              } else {
                                if (func2(data11) < 1) {
                                  validate52.errors = [{ instancePath: instancePath + "/area/name", schemaPath: "#/properties/area/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/area/name", schemaPath: "#/properties/area/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                              return false;
                            }
                          }
                          var valid9 = _errs31 === errors;
                        } else {
                          var valid9 = true;
                        }
                        if (valid9) {
                          if (data8.party !== void 0) {
                            let data12 = data8.party;
                            const _errs33 = errors;
                            if (!(data12 === "cq" || data12 === "sc")) {
                              validate52.errors = [{ instancePath: instancePath + "/area/party", schemaPath: "#/properties/area/properties/party/enum", keyword: "enum", params: { allowedValues: schema19.properties.area.properties.party.enum }, message: "must be equal to one of the allowed values" }];
                              return false;
                            }
                            var valid9 = _errs33 === errors;
                          } else {
                            var valid9 = true;
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
            var valid8 = _errs25 === errors;
          } else {
            var valid8 = true;
          }
          if (valid8) {
            if (data.issuer !== void 0) {
              let data13 = data.issuer;
              const _errs34 = errors;
              if (errors === _errs34) {
                if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                  let missing2;
                  if (data13.authority === void 0 && (missing2 = "authority") || data13.party === void 0 && (missing2 = "party")) {
                    validate52.errors = [{ instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/required", keyword: "required", params: { missingProperty: missing2 }, message: "must have required property '" + missing2 + "'" }];
                    return false;
                  } else {
                    const _errs36 = errors;
                    for (const key2 in data13) {
                      if (!(key2 === "authority" || key2 === "party")) {
                        validate52.errors = [{ instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" }];
                        return false;
                        break;
                      }
                    }
                    if (_errs36 === errors) {
                      if (data13.authority !== void 0) {
                        let data14 = data13.authority;
                        const _errs37 = errors;
                        if (errors === _errs37) {
                          if (typeof data14 === "string") {
                            if (func2(data14) > 64) {
                              validate52.errors = [{ instancePath: instancePath + "/issuer/authority", schemaPath: "#/properties/issuer/properties/authority/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                              return false;
                            } else {
                              if (func2(data14) < 1) {
                                validate52.errors = [{ instancePath: instancePath + "/issuer/authority", schemaPath: "#/properties/issuer/properties/authority/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                return false;
                              } else {
                                if (!pattern4.test(data14)) {
                                  validate52.errors = [{ instancePath: instancePath + "/issuer/authority", schemaPath: "#/properties/issuer/properties/authority/pattern", keyword: "pattern", params: { pattern: "^[^/\\s]+$" }, message: 'must match pattern "^[^/\\s]+$"' }];
                                  return false;
                                }
                              }
                            }
                          } else {
                            validate52.errors = [{ instancePath: instancePath + "/issuer/authority", schemaPath: "#/properties/issuer/properties/authority/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                            return false;
                          }
                        }
                        var valid10 = _errs37 === errors;
                      } else {
                        var valid10 = true;
                      }
                      if (valid10) {
                        if (data13.party !== void 0) {
                          let data15 = data13.party;
                          const _errs39 = errors;
                          if (!(data15 === "cq" || data15 === "sc")) {
                            validate52.errors = [{ instancePath: instancePath + "/issuer/party", schemaPath: "#/properties/issuer/properties/party/enum", keyword: "enum", params: { allowedValues: schema19.properties.issuer.properties.party.enum }, message: "must be equal to one of the allowed values" }];
                            return false;
                          }
                          var valid10 = _errs39 === errors;
                        } else {
                          var valid10 = true;
                        }
                      }
                    }
                  }
                } else {
                  validate52.errors = [{ instancePath: instancePath + "/issuer", schemaPath: "#/properties/issuer/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                  return false;
                }
              }
              var valid8 = _errs34 === errors;
            } else {
              var valid8 = true;
            }
            if (valid8) {
              if (data.document !== void 0) {
                let data16 = data.document;
                const _errs40 = errors;
                const _errs42 = errors;
                let valid11 = true;
                const _errs43 = errors;
                if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                  if (data16.number !== void 0) {
                    if (data16.number !== null) {
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
                var _valid2 = _errs43 === errors;
                errors = _errs42;
                if (vErrors !== null) {
                  if (_errs42) {
                    vErrors.length = _errs42;
                  } else {
                    vErrors = null;
                  }
                }
                let ifClause1;
                if (_valid2) {
                  const _errs46 = errors;
                  if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                    if (data16.unnumbered !== void 0) {
                      if (typeof data16.unnumbered !== "string") {
                        validate52.errors = [{ instancePath: instancePath + "/document/unnumbered", schemaPath: "#/properties/document/then/properties/unnumbered/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                        return false;
                      }
                    }
                  }
                  var _valid2 = _errs46 === errors;
                  valid11 = _valid2;
                  if (valid11) {
                    var props2 = {};
                    props2.unnumbered = true;
                    props2.number = true;
                  }
                  ifClause1 = "then";
                } else {
                  const _errs49 = errors;
                  if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                    if (data16.unnumbered !== void 0) {
                      if (data16.unnumbered !== null) {
                        validate52.errors = [{ instancePath: instancePath + "/document/unnumbered", schemaPath: "#/properties/document/else/properties/unnumbered/type", keyword: "type", params: { type: "null" }, message: "must be null" }];
                        return false;
                      }
                    }
                  }
                  var _valid2 = _errs49 === errors;
                  valid11 = _valid2;
                  if (valid11) {
                    if (props2 !== true) {
                      props2 = props2 || {};
                      props2.unnumbered = true;
                    }
                  }
                  ifClause1 = "else";
                }
                if (!valid11) {
                  const err5 = { instancePath: instancePath + "/document", schemaPath: "#/properties/document/if", keyword: "if", params: { failingKeyword: ifClause1 }, message: 'must match "' + ifClause1 + '" schema' };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                  validate52.errors = vErrors;
                  return false;
                }
                if (errors === _errs40) {
                  if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                    let missing3;
                    if (data16.number === void 0 && (missing3 = "number") || data16.title === void 0 && (missing3 = "title") || data16.unnumbered === void 0 && (missing3 = "unnumbered")) {
                      validate52.errors = [{ instancePath: instancePath + "/document", schemaPath: "#/properties/document/required", keyword: "required", params: { missingProperty: missing3 }, message: "must have required property '" + missing3 + "'" }];
                      return false;
                    } else {
                      const _errs52 = errors;
                      for (const key3 in data16) {
                        if (!(key3 === "number" || key3 === "title" || key3 === "unnumbered")) {
                          validate52.errors = [{ instancePath: instancePath + "/document", schemaPath: "#/properties/document/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" }];
                          return false;
                          break;
                        }
                      }
                      if (_errs52 === errors) {
                        if (data16.number !== void 0) {
                          let data20 = data16.number;
                          const _errs53 = errors;
                          if (typeof data20 !== "string" && data20 !== null) {
                            validate52.errors = [{ instancePath: instancePath + "/document/number", schemaPath: "#/properties/document/properties/number/type", keyword: "type", params: { type: schema19.properties.document.properties.number.type }, message: "must be string,null" }];
                            return false;
                          }
                          if (errors === _errs53) {
                            if (typeof data20 === "string") {
                              if (!pattern5.test(data20)) {
                                validate52.errors = [{ instancePath: instancePath + "/document/number", schemaPath: "#/properties/document/properties/number/pattern", keyword: "pattern", params: { pattern: "^(?:[^\\s/〔〕]{1,40}〔[0-9]{4}〕第?[0-9]{1,6}号|[^\\s/〔〕]{0,40}[0-9]{4}年第?[0-9]{1,4}号)$" }, message: 'must match pattern "^(?:[^\\s/〔〕]{1,40}〔[0-9]{4}〕第?[0-9]{1,6}号|[^\\s/〔〕]{0,40}[0-9]{4}年第?[0-9]{1,4}号)$"' }];
                                return false;
                              }
                            }
                          }
                          var valid15 = _errs53 === errors;
                        } else {
                          var valid15 = true;
                        }
                        if (valid15) {
                          if (data16.title !== void 0) {
                            let data21 = data16.title;
                            const _errs55 = errors;
                            if (typeof data21 !== "string" && data21 !== null) {
                              validate52.errors = [{ instancePath: instancePath + "/document/title", schemaPath: "#/properties/document/properties/title/type", keyword: "type", params: { type: schema19.properties.document.properties.title.type }, message: "must be string,null" }];
                              return false;
                            }
                            if (errors === _errs55) {
                              if (typeof data21 === "string") {
                                if (func2(data21) > 256) {
                                  validate52.errors = [{ instancePath: instancePath + "/document/title", schemaPath: "#/properties/document/properties/title/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" }];
                                  return false;
                                } else {
                                  if (func2(data21) < 1) {
                                    validate52.errors = [{ instancePath: instancePath + "/document/title", schemaPath: "#/properties/document/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                    return false;
                                  }
                                }
                              }
                            }
                            var valid15 = _errs55 === errors;
                          } else {
                            var valid15 = true;
                          }
                          if (valid15) {
                            if (data16.unnumbered !== void 0) {
                              let data22 = data16.unnumbered;
                              const _errs57 = errors;
                              if (!(data22 === "none-given" || data22 === "to-follow" || data22 === "not-stated" || data22 === null)) {
                                validate52.errors = [{ instancePath: instancePath + "/document/unnumbered", schemaPath: "#/properties/document/properties/unnumbered/enum", keyword: "enum", params: { allowedValues: schema19.properties.document.properties.unnumbered.enum }, message: "must be equal to one of the allowed values" }];
                                return false;
                              }
                              var valid15 = _errs57 === errors;
                            } else {
                              var valid15 = true;
                            }
                          }
                        }
                      }
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/document", schemaPath: "#/properties/document/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                    return false;
                  }
                }
                var valid8 = _errs40 === errors;
              } else {
                var valid8 = true;
              }
              if (valid8) {
                if (data.action !== void 0) {
                  let data23 = data.action;
                  const _errs58 = errors;
                  if (!(data23 === "adjust" || data23 === "issue" || data23 === "lift")) {
                    validate52.errors = [{ instancePath: instancePath + "/action", schemaPath: "#/properties/action/enum", keyword: "enum", params: { allowedValues: schema19.properties.action.enum }, message: "must be equal to one of the allowed values" }];
                    return false;
                  }
                  var valid8 = _errs58 === errors;
                } else {
                  var valid8 = true;
                }
                if (valid8) {
                  if (data.scheme !== void 0) {
                    let data24 = data.scheme;
                    const _errs59 = errors;
                    if (errors === _errs59) {
                      if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                        let missing4;
                        if (data24.document === void 0 && (missing4 = "document") || data24.edition === void 0 && (missing4 = "edition") || data24.id === void 0 && (missing4 = "id")) {
                          validate52.errors = [{ instancePath: instancePath + "/scheme", schemaPath: "#/properties/scheme/required", keyword: "required", params: { missingProperty: missing4 }, message: "must have required property '" + missing4 + "'" }];
                          return false;
                        } else {
                          const _errs61 = errors;
                          for (const key4 in data24) {
                            if (!(key4 === "document" || key4 === "edition" || key4 === "id")) {
                              validate52.errors = [{ instancePath: instancePath + "/scheme", schemaPath: "#/properties/scheme/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" }];
                              return false;
                              break;
                            }
                          }
                          if (_errs61 === errors) {
                            if (data24.document !== void 0) {
                              let data25 = data24.document;
                              const _errs62 = errors;
                              if (typeof data25 !== "string" && data25 !== null) {
                                validate52.errors = [{ instancePath: instancePath + "/scheme/document", schemaPath: "#/properties/scheme/properties/document/type", keyword: "type", params: { type: schema19.properties.scheme.properties.document.type }, message: "must be string,null" }];
                                return false;
                              }
                              if (errors === _errs62) {
                                if (typeof data25 === "string") {
                                  if (func2(data25) > 64) {
                                    validate52.errors = [{ instancePath: instancePath + "/scheme/document", schemaPath: "#/properties/scheme/properties/document/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                    return false;
                                  } else {
                                    if (func2(data25) < 1) {
                                      validate52.errors = [{ instancePath: instancePath + "/scheme/document", schemaPath: "#/properties/scheme/properties/document/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                      return false;
                                    }
                                  }
                                }
                              }
                              var valid16 = _errs62 === errors;
                            } else {
                              var valid16 = true;
                            }
                            if (valid16) {
                              if (data24.edition !== void 0) {
                                let data26 = data24.edition;
                                const _errs64 = errors;
                                if (errors === _errs64) {
                                  if (typeof data26 === "string") {
                                    if (!pattern6.test(data26)) {
                                      validate52.errors = [{ instancePath: instancePath + "/scheme/edition", schemaPath: "#/properties/scheme/properties/edition/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}$" }, message: 'must match pattern "^[0-9]{4}$"' }];
                                      return false;
                                    }
                                  } else {
                                    validate52.errors = [{ instancePath: instancePath + "/scheme/edition", schemaPath: "#/properties/scheme/properties/edition/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                    return false;
                                  }
                                }
                                var valid16 = _errs64 === errors;
                              } else {
                                var valid16 = true;
                              }
                              if (valid16) {
                                if (data24.id !== void 0) {
                                  let data27 = data24.id;
                                  const _errs66 = errors;
                                  if (!(data27 === "渝府办发〔2022〕115号" || data27 === "环大气〔2024〕6号" || data27 === "环大气函〔2017〕86号" || data27 === "成都2020")) {
                                    validate52.errors = [{ instancePath: instancePath + "/scheme/id", schemaPath: "#/properties/scheme/properties/id/enum", keyword: "enum", params: { allowedValues: schema19.properties.scheme.properties.id.enum }, message: "must be equal to one of the allowed values" }];
                                    return false;
                                  }
                                  var valid16 = _errs66 === errors;
                                } else {
                                  var valid16 = true;
                                }
                              }
                            }
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/scheme", schemaPath: "#/properties/scheme/type", keyword: "type", params: { type: "object" }, message: "must be object" }];
                        return false;
                      }
                    }
                    var valid8 = _errs59 === errors;
                  } else {
                    var valid8 = true;
                  }
                  if (valid8) {
                    if (data.level !== void 0) {
                      let data28 = data.level;
                      const _errs67 = errors;
                      if (!(data28 === "orange" || data28 === "red" || data28 === "yellow" || data28 === null)) {
                        validate52.errors = [{ instancePath: instancePath + "/level", schemaPath: "#/properties/level/enum", keyword: "enum", params: { allowedValues: schema19.properties.level.enum }, message: "must be equal to one of the allowed values" }];
                        return false;
                      }
                      var valid8 = _errs67 === errors;
                    } else {
                      var valid8 = true;
                    }
                    if (valid8) {
                      if (data.previousLevel !== void 0) {
                        let data29 = data.previousLevel;
                        const _errs68 = errors;
                        if (!(data29 === "orange" || data29 === "red" || data29 === "yellow" || data29 === null)) {
                          validate52.errors = [{ instancePath: instancePath + "/previousLevel", schemaPath: "#/properties/previousLevel/enum", keyword: "enum", params: { allowedValues: schema19.properties.previousLevel.enum }, message: "must be equal to one of the allowed values" }];
                          return false;
                        }
                        var valid8 = _errs68 === errors;
                      } else {
                        var valid8 = true;
                      }
                      if (valid8) {
                        if (data.response !== void 0) {
                          let data30 = data.response;
                          const _errs69 = errors;
                          if (typeof data30 !== "string" && data30 !== null) {
                            validate52.errors = [{ instancePath: instancePath + "/response", schemaPath: "#/properties/response/type", keyword: "type", params: { type: schema19.properties.response.type }, message: "must be string,null" }];
                            return false;
                          }
                          if (errors === _errs69) {
                            if (typeof data30 === "string") {
                              if (func2(data30) > 32) {
                                validate52.errors = [{ instancePath: instancePath + "/response", schemaPath: "#/properties/response/maxLength", keyword: "maxLength", params: { limit: 32 }, message: "must NOT have more than 32 characters" }];
                                return false;
                              } else {
                                if (func2(data30) < 1) {
                                  validate52.errors = [{ instancePath: instancePath + "/response", schemaPath: "#/properties/response/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                  return false;
                                }
                              }
                            }
                          }
                          var valid8 = _errs69 === errors;
                        } else {
                          var valid8 = true;
                        }
                        if (valid8) {
                          if (data.issued !== void 0) {
                            const _errs71 = errors;
                            if (!validate53(data.issued, { instancePath: instancePath + "/issued", parentData: data, parentDataProperty: "issued", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                              errors = vErrors.length;
                            }
                            var valid8 = _errs71 === errors;
                          } else {
                            var valid8 = true;
                          }
                          if (valid8) {
                            if (data.effective !== void 0) {
                              const _errs72 = errors;
                              if (!validate53(data.effective, { instancePath: instancePath + "/effective", parentData: data, parentDataProperty: "effective", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                errors = vErrors.length;
                              }
                              var valid8 = _errs72 === errors;
                            } else {
                              var valid8 = true;
                            }
                            if (valid8) {
                              if (data.until !== void 0) {
                                let data33 = data.until;
                                const _errs73 = errors;
                                if (typeof data33 !== "string" && data33 !== null) {
                                  validate52.errors = [{ instancePath: instancePath + "/until", schemaPath: "#/properties/until/type", keyword: "type", params: { type: schema19.properties.until.type }, message: "must be string,null" }];
                                  return false;
                                }
                                if (errors === _errs73) {
                                  if (typeof data33 === "string") {
                                    if (!pattern7.test(data33)) {
                                      validate52.errors = [{ instancePath: instancePath + "/until", schemaPath: "#/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$" }, message: 'must match pattern "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\+08:00$"' }];
                                      return false;
                                    }
                                  }
                                }
                                var valid8 = _errs73 === errors;
                              } else {
                                var valid8 = true;
                              }
                              if (valid8) {
                                if (data.basis !== void 0) {
                                  let data34 = data.basis;
                                  const _errs75 = errors;
                                  if (typeof data34 !== "string" && data34 !== null) {
                                    validate52.errors = [{ instancePath: instancePath + "/basis", schemaPath: "#/properties/basis/type", keyword: "type", params: { type: schema19.properties.basis.type }, message: "must be string,null" }];
                                    return false;
                                  }
                                  if (errors === _errs75) {
                                    if (typeof data34 === "string") {
                                      if (func2(data34) > 4096) {
                                        validate52.errors = [{ instancePath: instancePath + "/basis", schemaPath: "#/properties/basis/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                        return false;
                                      } else {
                                        if (func2(data34) < 1) {
                                          validate52.errors = [{ instancePath: instancePath + "/basis", schemaPath: "#/properties/basis/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                          return false;
                                        }
                                      }
                                    }
                                  }
                                  var valid8 = _errs75 === errors;
                                } else {
                                  var valid8 = true;
                                }
                                if (valid8) {
                                  if (data.replaces !== void 0) {
                                    let data35 = data.replaces;
                                    const _errs77 = errors;
                                    if (typeof data35 !== "string" && data35 !== null) {
                                      validate52.errors = [{ instancePath: instancePath + "/replaces", schemaPath: "#/properties/replaces/type", keyword: "type", params: { type: schema19.properties.replaces.type }, message: "must be string,null" }];
                                      return false;
                                    }
                                    if (errors === _errs77) {
                                      if (typeof data35 === "string") {
                                        if (!pattern5.test(data35)) {
                                          validate52.errors = [{ instancePath: instancePath + "/replaces", schemaPath: "#/properties/replaces/pattern", keyword: "pattern", params: { pattern: "^(?:[^\\s/〔〕]{1,40}〔[0-9]{4}〕第?[0-9]{1,6}号|[^\\s/〔〕]{0,40}[0-9]{4}年第?[0-9]{1,4}号)$" }, message: 'must match pattern "^(?:[^\\s/〔〕]{1,40}〔[0-9]{4}〕第?[0-9]{1,6}号|[^\\s/〔〕]{0,40}[0-9]{4}年第?[0-9]{1,4}号)$"' }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid8 = _errs77 === errors;
                                  } else {
                                    var valid8 = true;
                                  }
                                  if (valid8) {
                                    if (data.sealedDigest !== void 0) {
                                      let data36 = data.sealedDigest;
                                      const _errs79 = errors;
                                      if (typeof data36 !== "string" && data36 !== null) {
                                        validate52.errors = [{ instancePath: instancePath + "/sealedDigest", schemaPath: "#/properties/sealedDigest/type", keyword: "type", params: { type: schema19.properties.sealedDigest.type }, message: "must be string,null" }];
                                        return false;
                                      }
                                      if (errors === _errs79) {
                                        if (typeof data36 === "string") {
                                          if (!pattern10.test(data36)) {
                                            validate52.errors = [{ instancePath: instancePath + "/sealedDigest", schemaPath: "#/properties/sealedDigest/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{64}$" }, message: 'must match pattern "^[0-9a-f]{64}$"' }];
                                            return false;
                                          }
                                        }
                                      }
                                      var valid8 = _errs79 === errors;
                                    } else {
                                      var valid8 = true;
                                    }
                                    if (valid8) {
                                      if (data.text !== void 0) {
                                        let data37 = data.text;
                                        const _errs81 = errors;
                                        if (typeof data37 !== "string" && data37 !== null) {
                                          validate52.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/type", keyword: "type", params: { type: schema19.properties.text.type }, message: "must be string,null" }];
                                          return false;
                                        }
                                        if (errors === _errs81) {
                                          if (typeof data37 === "string") {
                                            if (func2(data37) > 4096) {
                                              validate52.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                              return false;
                                            } else {
                                              if (func2(data37) < 1) {
                                                validate52.errors = [{ instancePath: instancePath + "/text", schemaPath: "#/properties/text/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" }];
                                                return false;
                                              }
                                            }
                                          }
                                        }
                                        var valid8 = _errs81 === errors;
                                      } else {
                                        var valid8 = true;
                                      }
                                      if (valid8) {
                                        if (data.originator !== void 0) {
                                          let data38 = data.originator;
                                          const _errs83 = errors;
                                          if (!(data38 === "cq" || data38 === "sc")) {
                                            validate52.errors = [{ instancePath: instancePath + "/originator", schemaPath: "#/properties/originator/enum", keyword: "enum", params: { allowedValues: schema19.properties.originator.enum }, message: "must be equal to one of the allowed values" }];
                                            return false;
                                          }
                                          var valid8 = _errs83 === errors;
                                        } else {
                                          var valid8 = true;
                                        }
                                        if (valid8) {
                                          if (data.publication !== void 0) {
                                            let data39 = data.publication;
                                            const _errs84 = errors;
                                            if (!(data39 === "none" || data39 === "joint" || data39 === "public")) {
                                              validate52.errors = [{ instancePath: instancePath + "/publication", schemaPath: "#/properties/publication/enum", keyword: "enum", params: { allowedValues: schema19.properties.publication.enum }, message: "must be equal to one of the allowed values" }];
                                              return false;
                                            }
                                            var valid8 = _errs84 === errors;
                                          } else {
                                            var valid8 = true;
                                          }
                                          if (valid8) {
                                            if (data.review !== void 0) {
                                              let data40 = data.review;
                                              const _errs85 = errors;
                                              if (!(data40 === "raw" || data40 === "reviewed" || data40 === "final")) {
                                                validate52.errors = [{ instancePath: instancePath + "/review", schemaPath: "#/properties/review/enum", keyword: "enum", params: { allowedValues: schema19.properties.review.enum }, message: "must be equal to one of the allowed values" }];
                                                return false;
                                              }
                                              var valid8 = _errs85 === errors;
                                            } else {
                                              var valid8 = true;
                                            }
                                            if (valid8) {
                                              if (data.notes !== void 0) {
                                                let data41 = data.notes;
                                                const _errs86 = errors;
                                                if (errors === _errs86) {
                                                  if (Array.isArray(data41)) {
                                                    if (data41.length > 64) {
                                                      validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/maxItems", keyword: "maxItems", params: { limit: 64 }, message: "must NOT have more than 64 items" }];
                                                      return false;
                                                    } else {
                                                      var valid17 = true;
                                                      const len0 = data41.length;
                                                      for (let i0 = 0; i0 < len0; i0++) {
                                                        let data42 = data41[i0];
                                                        const _errs88 = errors;
                                                        if (errors === _errs88) {
                                                          if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
                                                            let missing5;
                                                            if (data42.rule === void 0 && (missing5 = "rule")) {
                                                              validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/required", keyword: "required", params: { missingProperty: missing5 }, message: "must have required property '" + missing5 + "'" }];
                                                              return false;
                                                            } else {
                                                              const _errs90 = errors;
                                                              for (const key5 in data42) {
                                                                if (!(key5 === "field" || key5 === "rule" || key5 === "sent")) {
                                                                  validate52.errors = [{ instancePath: instancePath + "/notes/" + i0, schemaPath: "#/properties/notes/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" }];
                                                                  return false;
                                                                  break;
                                                                }
                                                              }
                                                              if (_errs90 === errors) {
                                                                if (data42.field !== void 0) {
                                                                  let data43 = data42.field;
                                                                  const _errs91 = errors;
                                                                  if (errors === _errs91) {
                                                                    if (typeof data43 === "string") {
                                                                      if (func2(data43) > 128) {
                                                                        validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" }];
                                                                        return false;
                                                                      } else {
                                                                        if (!pattern11.test(data43)) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                    } else {
                                                                      validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/field", schemaPath: "#/properties/notes/items/properties/field/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                      return false;
                                                                    }
                                                                  }
                                                                  var valid18 = _errs91 === errors;
                                                                } else {
                                                                  var valid18 = true;
                                                                }
                                                                if (valid18) {
                                                                  if (data42.rule !== void 0) {
                                                                    let data44 = data42.rule;
                                                                    const _errs93 = errors;
                                                                    if (errors === _errs93) {
                                                                      if (typeof data44 === "string") {
                                                                        if (func2(data44) > 64) {
                                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" }];
                                                                          return false;
                                                                        } else {
                                                                          if (!pattern12.test(data44)) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" }, message: 'must match pattern "^[a-z0-9]+(-[a-z0-9]+)*$"' }];
                                                                            return false;
                                                                          }
                                                                        }
                                                                      } else {
                                                                        validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/rule", schemaPath: "#/properties/notes/items/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                    var valid18 = _errs93 === errors;
                                                                  } else {
                                                                    var valid18 = true;
                                                                  }
                                                                  if (valid18) {
                                                                    if (data42.sent !== void 0) {
                                                                      let data45 = data42.sent;
                                                                      const _errs95 = errors;
                                                                      if (errors === _errs95) {
                                                                        if (typeof data45 === "string") {
                                                                          if (func2(data45) > 4096) {
                                                                            validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/maxLength", keyword: "maxLength", params: { limit: 4096 }, message: "must NOT have more than 4096 characters" }];
                                                                            return false;
                                                                          }
                                                                        } else {
                                                                          validate52.errors = [{ instancePath: instancePath + "/notes/" + i0 + "/sent", schemaPath: "#/properties/notes/items/properties/sent/type", keyword: "type", params: { type: "string" }, message: "must be string" }];
                                                                          return false;
                                                                        }
                                                                      }
                                                                      var valid18 = _errs95 === errors;
                                                                    } else {
                                                                      var valid18 = true;
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
                                                        var valid17 = _errs88 === errors;
                                                        if (!valid17) {
                                                          break;
                                                        }
                                                      }
                                                    }
                                                  } else {
                                                    validate52.errors = [{ instancePath: instancePath + "/notes", schemaPath: "#/properties/notes/type", keyword: "type", params: { type: "array" }, message: "must be array" }];
                                                    return false;
                                                  }
                                                }
                                                var valid8 = _errs86 === errors;
                                              } else {
                                                var valid8 = true;
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
