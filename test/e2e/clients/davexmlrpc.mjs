// davexmlrpc's client, in the form that the input names: xml or json.
import davexmlrpc from 'davexmlrpc';
import { makeVisit } from './visit.mjs';

const visit = JSON.parse(process.argv[2]);
const call = (method, ...params) =>
  new Promise((resolve, reject) => {
    davexmlrpc.client(`${visit.url}/xmlrpc`, method, params, visit.form, (fault, value) => {
      // Its XML reader leaves numbers of faults as they are, and its JSON reader too.
      if (fault) reject([fault.faultCode, fault.faultString]);
      else resolve(value);
    });
  });

console.log(JSON.stringify(await makeVisit(call, visit)));
