// The client of the npm package `xmlrpc`.
import xmlrpc from 'xmlrpc';
import { makeVisit } from './visit.mjs';

const visit = JSON.parse(process.argv[2]);
const client = xmlrpc.createClient(`${visit.url}/xmlrpc`);
const call = (method, ...params) =>
  new Promise((resolve, reject) => {
    client.methodCall(method, params, (error, value) => {
      if (error) reject([error.faultCode, error.faultString]);
      else resolve(value);
    });
  });

console.log(JSON.stringify(await makeVisit(call, visit)));
